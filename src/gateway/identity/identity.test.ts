import { expect, test } from "vitest";
import { redisAbsent, redisServer } from "../testing/redis-server.ts";
import { createRedisOwners } from "./redis-owners.ts";
import type { AuthGiven, Principal } from "../parts.ts";
import { createIdentity } from "./identity.ts";
import { keyEntry, mintKey, type KeyEntry, type MintedKey } from "./keys.ts";
import { createOwnership, memoryOwners } from "./ownership.ts";

function entryOf(minted: MintedKey, more: object = {}): KeyEntry {
  const { id, hash } = minted;
  return keyEntry.parse({ id, hash, tenant: "acme", ...more });
}

function given(headers: AuthGiven["headers"], more: Partial<AuthGiven> = {}): AuthGiven {
  return { headers, query: new URLSearchParams(), address: "203.0.113.7", ...more };
}

const bearer = ({ key }: MintedKey) => given({ authorization: `Bearer ${key}` });

test("a key counts wherever SDKs put it, and only one", () => {
  const minted = mintKey();
  const other = mintKey();
  const { authenticate } = createIdentity({ keys: [entryOf(minted)], allowAnonymous: false });
  const { key } = minted;
  for (const each of [
    given({ authorization: `Bearer ${key}` }),
    given({ authorization: `bearer  ${key} ` }),
    given({ "x-api-key": key }),
    given({ "x-goog-api-key": key }),
    given({ "api-key": key }),
    given({}, { query: new URLSearchParams({ key }) }),
    given({ authorization: `Bearer ${key}`, "x-api-key": key }),
  ])
    expect(authenticate(each)).toMatchObject({ key: minted.id, tenant: "acme" });
  expect(
    authenticate(given({ authorization: `Bearer ${key}`, "x-api-key": other.key })),
  ).toMatchObject({ status: 400, code: "ambiguous_key" });
  expect(authenticate(given({}))).toMatchObject({ status: 401, code: "key_missing" });
  expect(authenticate(bearer(other))).toMatchObject({ status: 401, code: "key_invalid" });
  expect(authenticate(given({ "x-api-key": `${key}x` }))).toMatchObject({ status: 401 });
  expect(authenticate(given({ "x-api-key": "x".repeat(100_000) }))).toMatchObject({ status: 401 });
});

test("a key is kept as a hash, counts in its time, and says what it may", () => {
  const minted = mintKey();
  expect(JSON.stringify(entryOf(minted))).not.toContain(minted.key.split("_").pop());
  let now = Date.UTC(2026, 0, 1);
  const times = { "not-before": "2026-01-02", expires: "2026-01-03T00:00:00Z" };
  const { authenticate } = createIdentity({
    keys: [entryOf(minted, { ...times, models: ["gpt-*"] })],
    allowAnonymous: true,
    now: () => now,
  });
  expect(authenticate(bearer(minted))).toMatchObject({ code: "key_expired" });
  now += 86_400_000;
  expect(authenticate(bearer(minted))).toMatchObject({ models: ["gpt-*"], scopes: ["models"] });
  now += 86_400_000;
  expect(authenticate(bearer(minted))).toMatchObject({ code: "key_expired" });
});

test("who guesses keys is slowed down, others are not", () => {
  const minted = mintKey();
  let now = 0;
  const { authenticate } = createIdentity({
    keys: [entryOf(minted)],
    allowAnonymous: false,
    now: () => now,
  });
  const codes = Array.from({ length: 100 }, () => {
    const answer = authenticate(bearer(mintKey()));
    return "code" in answer ? answer.code : "in";
  });
  const tried = codes.filter((code) => code === "key_invalid").length;
  expect(tried).toBeLessThanOrEqual(21);
  expect(codes.at(-1)).toBe("too_many_failures");
  expect(authenticate({ ...bearer(minted), address: "203.0.113.8" })).toMatchObject({
    tenant: "acme",
  });
  // Whoever guesses behind the same proxy locks nobody out.
  expect(authenticate(bearer(minted))).toMatchObject({ tenant: "acme" });
  now += 3 * 60_000;
  expect(authenticate(bearer(mintKey()))).toMatchObject({ code: "key_invalid" });
});

test("a session belongs to who named it", () => {
  const [one, two] = [mintKey(), mintKey()];
  const { authenticate } = createIdentity({
    keys: [entryOf(one, { "names-users": true }), entryOf(two)],
    allowAnonymous: false,
  });
  const ask = (minted: MintedKey, more: AuthGiven["headers"]) =>
    authenticate(given({ "x-api-key": minted.key, ...more })) as Principal;
  const session = (minted: MintedKey, more: AuthGiven["headers"]) => ask(minted, more).session;
  const named = { "x-pavise-session": "s" };
  expect(session(one, named)).toBe(session(one, named));
  expect(session(one, named)).not.toBe(session(two, named));
  expect(session(one, named)).not.toBe(session(one, { ...named, "x-pavise-user": "bob" }));
  expect(session(one, { ...named, "x-pavise-user": "bob" })).not.toBe(
    session(one, { ...named, "x-pavise-user": "eve" }),
  );
  expect(ask(two, { "x-pavise-user": "bob" })).toMatchObject({ status: 403 });
  for (const bad of ["a b", "a\nb", "", "x".repeat(129), "é"])
    expect(ask(one, { "x-pavise-session": bad })).toMatchObject({ status: 400 });
});

test("an id is for who was given it, and nobody takes it over", async () => {
  let now = 0;
  const ownership = createOwnership(memoryOwners(() => now));
  const who = (tenant: string, user?: string): Principal => ({
    key: "k",
    tenant,
    user,
    session: "s",
    address: "",
    scopes: [],
  });
  await ownership.give(who("a", "bob"), "response", "r1");
  await ownership.give(who("b"), "response", "r1");
  expect(await ownership.owns(who("a", "bob"), "response", "r1")).toBe(true);
  expect(await ownership.owns(who("a", "eve"), "response", "r1")).toBe(false);
  expect(await ownership.owns(who("a"), "response", "r1")).toBe(false);
  expect(await ownership.owns(who("b"), "response", "r1")).toBe(false);
  expect(await ownership.owns(who("a", "bob"), "file", "r1")).toBe(false);
  expect(await ownership.owns(who("a", "bob"), "response", "unknown")).toBe(false);
  now += 31 * 86_400_000;
  expect(await ownership.owns(who("a", "bob"), "response", "r1")).toBe(false);
});

test.skipIf(redisAbsent !== undefined)(
  `owners are shared by gateways and outlive them (${redisAbsent ?? "redis is there"})`,
  async () => {
    const server = await redisServer();
    const open = () => createRedisOwners({ url: server.url });
    const [one, two] = [await open(), await open()];
    await one.add("response:r1", "a", 60_000);
    await two.add("response:r1", "b", 60_000);
    expect(await two.get("response:r1")).toBe("a");
    expect(await two.get("response:r2")).toBeUndefined();
    await one.close();
    await server.stop();
    await expect(two.get("response:r1")).rejects.toThrow(/clos|offline|connect/i);
    await two.close();
  },
);
