import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRedisOwners } from "../identity/redis-owners.ts";
import type { Admission, Principal } from "../parts.ts";
import { freePort, redisAbsent, redisServer, type RedisServer } from "../testing/redis-server.ts";
import { addressGroup, createLimiter, type LimiterOptions } from "./limiter.ts";
import { createMemoryStore } from "./memory.ts";
import { createRedisStore } from "./redis.ts";
import { fits, limitRule, windowOf, type LimitRule } from "./rules.ts";
import type { CounterStore } from "./store.ts";

const who = (more: Partial<Principal> = {}): Principal => ({
  key: "key-1",
  tenant: "acme",
  user: undefined,
  session: "s-1",
  address: "203.0.113.9",
  scopes: [],
  ...more,
});
const rule = (given: object): LimitRule => limitRule.parse(given);
const isIn = ({ kind }: Admission) => kind === "admitted";
const cost = (inputTokens: number, outputTokens = 0, model = "m") => ({
  model,
  inputTokens,
  outputTokens,
});

let server: RedisServer | undefined;
beforeAll(async () => {
  if (redisAbsent === undefined) server = await redisServer();
});
afterAll(() => server?.stop());

let spaces = 0;
const stores: readonly (readonly [string, () => Promise<CounterStore>])[] = [
  ["memory", async () => createMemoryStore()],
  ["redis", () => createRedisStore({ url: server!.url, prefix: `t${++spaces}`, timeoutMs: 2_000 })],
];

const here = stores.filter(([name]) => name === "memory" || redisAbsent === undefined);
describe.each(here)("%s", (_name, open) => {
  async function limiterOf(rules: readonly object[], more: Partial<LimiterOptions> = {}) {
    const store = await open();
    return createLimiter({ rules: rules.map(rule), store, ...more });
  }

  test("a burst passes and no more, and each key has its own", async () => {
    const limiter = await limiterOf([{ per: "key", requests: "1/minute", burst: 4 }]);
    const answers = await Promise.all(Array.from({ length: 20 }, () => limiter.arrive(who())));
    expect(answers.filter(isIn)).toHaveLength(5);
    const refused = answers.find(({ kind }) => kind === "refused")!;
    expect(refused).toMatchObject({ refusal: { status: 429, code: "rate_limited" } });
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(50);
    expect(refused.headers["ratelimit-policy"]).toBe('"key-1";q=5;w=300');
    expect(refused.headers["ratelimit"]).toBe('"key-1";r=0');
    expect(isIn(await limiter.arrive(who({ key: "key-2" })))).toBe(true);
  });

  test("without nodelay, early requests wait until they are due", async () => {
    const limiter = await limiterOf([
      { per: "address", requests: "10/second", burst: 5, delay: 2 },
    ]);
    const answers: Admission[] = [];
    for (let index = 0; index < 8; index++) answers.push(await limiter.arrive(who()));
    const delays = answers.flatMap((each) => (each.kind === "admitted" ? [each.delayMs] : []));
    expect(delays.slice(0, 3)).toEqual([0, 0, 0]);
    expect(delays[3]).toBeGreaterThan(60);
    expect(delays[5]).toBeGreaterThan(260);
    expect(delays[5]).toBeLessThanOrEqual(300);
  });

  test("200 at once on a budget for 20 are 20, whatever they cost in the end", async () => {
    const limiter = await limiterOf([{ per: "tenant", tokens: "2000/day" }]);
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => limiter.reserve(who(), cost(60, 40))),
    );
    const admitted = answers.flatMap((each) => (each.kind === "admitted" ? [each.lease] : []));
    expect(admitted).toHaveLength(20);
    // Half of each comes back, once, however often it is said.
    for (const lease of admitted) {
      await lease.settle({ inputTokens: 30, outputTokens: 20 });
      await lease.settle({ inputTokens: 0, outputTokens: 0 });
      await lease.release();
    }
    const again = await Promise.all(
      Array.from({ length: 50 }, () => limiter.reserve(who(), cost(60, 40))),
    );
    expect(again.filter(isIn)).toHaveLength(10);
    for (const each of again) if (each.kind === "admitted") await each.lease.release();
    expect(isIn(await limiter.reserve(who(), cost(1_000)))).toBe(true);
    const tooMuch = await limiter.reserve(who(), cost(2_001));
    expect(tooMuch).toMatchObject({
      refusal: {
        code: "budget_exceeded",
        message: expect.stringContaining("fewer tokens") as string,
      },
    });
  });

  test("what costs more than was reserved counts in full", async () => {
    const limiter = await limiterOf([{ per: "key", tokens: "100/day" }]);
    const first = await limiter.reserve(who(), cost(10));
    if (first.kind === "admitted") await first.lease.settle({ inputTokens: 95, outputTokens: 0 });
    expect(isIn(await limiter.reserve(who(), cost(6)))).toBe(false);
    expect(isIn(await limiter.reserve(who(), cost(5)))).toBe(true);
  });

  test("money is limited by prices, and a model without one is refused", async () => {
    const limiter = await limiterOf([{ per: "key", money: "1/day" }], {
      prices: { "big-*": { input: 10, output: 30, cached: 1 } },
    });
    const asked = await limiter.reserve(who(), cost(10_000, 30_000, "big-one"));
    expect(isIn(asked)).toBe(true);
    expect(isIn(await limiter.reserve(who(), cost(10_000, 0, "big-one")))).toBe(false);
    if (asked.kind === "admitted")
      await asked.lease.settle({ inputTokens: 10_000, outputTokens: 10_000, cachedTokens: 5_000 });
    expect(isIn(await limiter.reserve(who(), cost(60_000, 0, "big-one")))).toBe(true);
    expect(await limiter.reserve(who(), cost(1, 1, "small"))).toMatchObject({
      refusal: { status: 403, code: "model_without_price" },
    });
  });

  test("so many at a time; a refusal by another rule takes no place", async () => {
    const limiter = await limiterOf([
      { per: "key", concurrent: 2 },
      { per: "key", requests: "3/day", burst: 2 },
    ]);
    const first = await limiter.arrive(who());
    expect([isIn(first), isIn(await limiter.arrive(who()))]).toEqual([true, true]);
    expect(await limiter.arrive(who())).toMatchObject({ kind: "refused" });
    if (first.kind === "admitted") await first.lease.release();
    expect(isIn(await limiter.arrive(who()))).toBe(true);
    if (first.kind === "admitted") await first.lease.release();
    expect(isIn(await limiter.arrive(who()))).toBe(false);
  });

  test("names from outside cannot pose as others", async () => {
    const limiter = await limiterOf([{ per: ["tenant", "user"], requests: "1/day" }]);
    expect(isIn(await limiter.arrive(who({ tenant: "a", user: "b:c" })))).toBe(true);
    expect(isIn(await limiter.arrive(who({ tenant: "a:b", user: "c" })))).toBe(true);
    expect(isIn(await limiter.arrive(who({ tenant: "a", user: "b:c" })))).toBe(false);
  });

  test("rules about models wait for the model", async () => {
    const limiter = await limiterOf([
      { per: "model", requests: "1/day" },
      { per: "key", requests: "1/day", models: ["gpt-*"] },
    ]);
    expect(isIn(await limiter.arrive(who()))).toBe(true);
    expect(isIn(await limiter.reserve(who(), cost(0, 0, "gpt-x")))).toBe(true);
    expect(isIn(await limiter.reserve(who(), cost(0, 0, "gpt-y")))).toBe(false);
    expect(isIn(await limiter.reserve(who(), cost(0, 0, "other")))).toBe(true);
  });
});

describe.skipIf(redisAbsent !== undefined)(`a shared server (${redisAbsent ?? "there"})`, () => {
  test("three gateways share one budget", { timeout: 30_000 }, async () => {
    const opened = await Promise.all(
      [1, 2, 3].map(() =>
        createRedisStore({ url: server!.url, prefix: "three", timeoutMs: 5_000 }),
      ),
    );
    const limiters = opened.map((store) =>
      createLimiter({ store, rules: [rule({ per: "tenant", tokens: "2000/day" })] }),
    );
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => limiters[index % 3]!.reserve(who(), cost(50, 50))),
    );
    expect(answers.filter(isIn)).toHaveLength(20);
    await Promise.all(opened.map((store) => store.close()));
  });

  test(
    "what happens then is a choice, and it comes back by itself",
    { timeout: 30_000 },
    async () => {
      const own = await redisServer();
      const states: string[] = [];
      const store = await createRedisStore({
        url: own.url,
        timeoutMs: 300,
        onState: (state) => states.push(state),
      });
      const rules = [rule({ per: "key", tokens: "100/day" })];
      const closed = createLimiter({ rules, store });
      const open = createLimiter({ rules, store, onOutage: "open" });
      const local = createLimiter({
        rules,
        store,
        onOutage: "local",
        fallback: createMemoryStore(),
      });
      const before = await closed.reserve(who(), cost(60));
      expect(isIn(before)).toBe(true);
      // It hangs: time is what tells.
      own.pause();
      expect(await closed.reserve(who(), cost(60))).toMatchObject({
        refusal: { status: 503, code: "limits_unavailable" },
      });
      own.goOn();
      await own.stop();
      await expect.poll(() => closed.reserve(who(), cost(60))).toMatchObject({ kind: "refused" });
      expect(isIn(await open.reserve(who(), cost(1_000)))).toBe(true);
      expect(isIn(await local.reserve(who(), cost(60)))).toBe(true);
      expect(isIn(await local.reserve(who(), cost(60)))).toBe(false);
      // Settled while it is away: said when it is back.
      if (before.kind === "admitted")
        await before.lease.settle({ inputTokens: 10, outputTokens: 0 });
      await own.start();
      await expect
        .poll(async () => isIn(await closed.reserve(who(), cost(100))), { timeout: 10_000 })
        .toBe(true);
      expect(states).toContain("gone");
      expect(states.at(-1)).toBe("ready");
      await store.close();
      await own.stop();
    },
  );
});

test("a server that is not there keeps no gateway from starting", async () => {
  const url = `redis://127.0.0.1:${await freePort()}`;
  const states: string[] = [];
  const store = await createRedisStore({ url, onState: (state) => states.push(state) });
  expect(states).toEqual(["gone"]);
  await expect(store.take([])).rejects.toThrow("cannot be reached");
  const owners = await createRedisOwners({ url });
  await expect(owners.get("response:x")).rejects.toThrow();
  await Promise.all([store.close(), owners.close()]);
});

test(
  "who makes up names does not wash out what another has spent",
  { timeout: 60_000 },
  async () => {
    const limiter = createLimiter({
      rules: [
        rule({ name: "model", per: ["key", "model"], tokens: "100/day" }),
        rule({ name: "session", per: "session", requests: "1/day" }),
      ],
      store: createMemoryStore(),
    });
    expect(isIn(await limiter.reserve(who(), cost(100)))).toBe(true);
    for (let at = 0; at < 210_000; at++) {
      await limiter.arrive({ ...who(), session: `s${at}` });
      const made = await limiter.reserve(who(), { ...cost(1), model: `made-up-${at}` });
      if (made.kind === "admitted") await made.lease.release();
    }
    expect(isIn(await limiter.reserve(who(), cost(1)))).toBe(false);
  },
);

test("a clock that jumps changes no rate, and comes back to windows that are spent", async () => {
  let time = Date.UTC(2026, 0, 2);
  const limiter = createLimiter({
    rules: [rule({ per: "key", tokens: "10/day" }), rule({ per: "key", requests: "1/hour" })],
    store: createMemoryStore(),
    now: () => time,
  });
  expect(isIn(await limiter.reserve(who(), cost(10)))).toBe(true);
  expect(isIn(await limiter.arrive(who()))).toBe(true);
  time += 86_400_000;
  expect(isIn(await limiter.reserve(who(), cost(10)))).toBe(true);
  time -= 86_400_000;
  expect(isIn(await limiter.reserve(who(), cost(1)))).toBe(false);
  time += 86_400_000;
  expect(isIn(await limiter.reserve(who(), cost(1)))).toBe(false);
  expect(isIn(await limiter.arrive(who()))).toBe(false);
});

test("rules are understood, or refused with what is wrong", () => {
  expect(rule({ per: ["tenant", "model"], requests: "10/s", burst: 3 })).toMatchObject({
    per: ["tenant", "model"],
    requests: { amount: 10, window: "second" },
  });
  for (const wrong of [
    { per: "key" },
    { per: "planet", requests: "1/s" },
    { per: "key", requests: "ten/s" },
    { per: "key", requests: "0/s" },
    { per: "key", requests: "1/fortnight" },
    { per: "key", tokens: "1/s", burst: 3 },
    { per: "key", tokens: "1/s", money: "1/s" },
    { per: "key", concurrent: 0 },
  ])
    expect(limitRule.safeParse(wrong).success).toBe(false);
});

test("windows, patterns and groups of addresses", () => {
  expect(windowOf("month", Date.UTC(2026, 1, 28, 23))).toEqual({
    name: "2026-02",
    leftMs: 3_600_000,
  });
  expect(fits(["gpt-*-mini", "x"], "gpt-4-mini")).toBe(true);
  expect(fits(["a*a"], "a")).toBe(false);
  expect(fits([`${"*a".repeat(50)}*b`], "a".repeat(10_000))).toBe(false);
  expect(addressGroup("2001:db8:0:1::5")).toBe(addressGroup("2001:0DB8:0000:0001:ffff::1"));
  expect(addressGroup("2001:db8:0:2::5")).not.toBe(addressGroup("2001:db8:0:1::5"));
  expect(addressGroup("::ffff:10.0.0.1")).toBe("10.0.0.1");
});
