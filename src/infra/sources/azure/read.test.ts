import { mkdtempSync, readFileSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { valueOf } from "../../fact.ts";
import { buildCloud } from "../../cloud.ts";
import { cognitiveAccount } from "../../types/azure/cognitive.ts";
import { loadSnapshot } from "../live/snapshot.ts";
import type { LiveReading } from "../live/reading.ts";
import { readAzure, type AzureHooks, type AzureOptions } from "./read.ts";
import { policyForAzure } from "./role.ts";
import { armToken, startArm, type ArmServer, type ArmState } from "./testing/arm-server.ts";
import { estate, subscriptionId } from "./testing/estate.ts";

const servers: ArmServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const fast = { perSecond: 10_000, firstWaitMs: 1 };

async function start(state: Partial<ArmState> = {}): Promise<ArmServer> {
  const server = await startArm({
    resources: estate("weak"),
    subscriptions: [subscriptionId],
    ...state,
  });
  servers.push(server);
  return server;
}

function read(
  server: ArmServer,
  options: AzureOptions = {},
  hooks: AzureHooks = {},
): Promise<LiveReading> {
  const env = { AZURE_RESOURCE_MANAGER_URL: server.url, AZURE_ACCESS_TOKEN: armToken };
  return readAzure({ env, pace: fast, ...options }, hooks);
}

function told({ resources }: LiveReading): readonly string[] {
  return resources.map(({ type, address }) => `${type} ${address}`).toSorted();
}

const everything = [
  ...new Set(
    estate("weak")
      .map(({ type }) => type)
      .filter((type) => !/(?:blobServices|apis\/policies|diagnosticSettings)$/.test(type)),
  ),
].toSorted();

describe("reading a subscription", () => {
  test("finds one of everything, and nothing that does not lead to models behind a gateway", async () => {
    const reading = await read(await start());
    expect([...new Set(reading.resources.map(({ type }) => type))].toSorted()).toEqual(everything);
    expect(reading.gaps).toEqual([]);
    expect(reading.problems).toEqual([]);
    expect(reading.accounts).toEqual([subscriptionId]);
    expect(told(reading).some((line) => line.includes("gate/apis/orders"))).toBe(false);
  });

  test("tells each thing as Resource Manager did, at its lines, with its region and subscription", async () => {
    const reading = await read(await start());
    const { all } = buildCloud(reading.resources);
    const [account] = all(cognitiveAccount);
    expect(account?.resource).toMatchObject({ account: subscriptionId, region: "westeurope" });
    const fact = account!.facts.publicNetwork;
    expect(valueOf(fact)).toBe(true);
    const { document, start: from } = fact.at;
    expect(document.lines.lineText(document.lines.lineAt(from))).toContain(
      '"publicNetworkAccess": "Enabled"',
    );
    const search = reading.resources.find(({ type }) => type.startsWith("Microsoft.Search"));
    expect(search?.region).toBe("westeurope");
  });

  test.each([1, 2, 3])("is the same with pages of %i", async (pageSize) => {
    const whole = await read(await start());
    const paged = await read(await start({ pageSize }));
    expect(told(paged)).toEqual(told(whole));
    expect(paged.gaps).toEqual([]);
  });

  test("only ever reads", async () => {
    const server = await start();
    await read(server);
    expect(server.calls.filter((call) => !call.startsWith("GET "))).toEqual([]);
    expect(server.calls.filter((call) => /listkeys|listsecrets/i.test(call))).toEqual([]);
  });

  test("reads several subscriptions, by id or by name", async () => {
    const other = "00000000-0000-0000-0000-000000000002";
    const server = await start({ subscriptions: [subscriptionId, other] });
    expect((await read(server)).accounts).toEqual([subscriptionId, other]);
    expect((await read(server, { subscriptions: ["sub-2"] })).accounts).toEqual([other]);
    await expect(read(server, { subscriptions: ["nowhere"] })).rejects.toMatchObject({
      code: "usage",
    });
  });

  test("takes a provider that is not registered for nothing there", async () => {
    const reading = await read(await start({ unregistered: ["Microsoft.Search"] }));
    expect(told(reading).some((line) => line.startsWith("Microsoft.Search"))).toBe(false);
    expect(reading.gaps).toEqual([]);
  });
});

describe("what is refused", () => {
  test("is a gap for each type, with the action that was missing, and never nothing", async () => {
    const reading = await read(await start({ allowed: () => false }), {
      subscriptions: [subscriptionId],
    });
    expect(reading.resources).toEqual([]);
    const types = new Set(reading.gaps.map(({ type }) => type));
    expect([...types].toSorted()).toEqual(everything);
    for (const { missing } of reading.gaps)
      expect(missing).toMatch(/^Microsoft\.\S+\/read \(403 AuthorizationFailed\)$/);
    // A gap is said once, as what could not be read.
    expect(reading.problems).toEqual([]);
  });

  test("of one account is said in that account, and others are read", async () => {
    const reading = await read(
      await start({ allowed: (_, path) => !/accounts\/lab\/(?:raiPolicies|providers)/.test(path) }),
    );
    const account = reading.resources.find(({ type }) => type === cognitiveAccount.names.azure);
    expect(account?.body.entries.get("raiPolicies")).toMatchObject({
      kind: "unread",
      missing: "Microsoft.CognitiveServices/accounts/raiPolicies/read (403 AuthorizationFailed)",
    });
    expect(account?.body.entries.get("diagnosticSettings")?.kind).toBe("unread");
    expect(reading.gaps.map(({ type }) => type)).toEqual([
      "Microsoft.CognitiveServices/accounts/raiPolicies",
    ]);
    expect(told(reading).some((line) => line.includes("lab/deployments/gpt"))).toBe(true);
  });

  test("everywhere, the subscriptions included, ends with what to do", async () => {
    await expect(read(await start({ allowed: () => false }))).rejects.toMatchObject({
      code: "service-failed",
    });
    const wrong = await start();
    const env = { AZURE_RESOURCE_MANAGER_URL: wrong.url, AZURE_ACCESS_TOKEN: "wrong" };
    await expect(readAzure({ env, pace: fast })).rejects.toMatchObject({ code: "service-failed" });
  });
});

describe("a service that is slow or broken", () => {
  test("is asked again, as late as it says", async () => {
    const server = await start({
      instead: (_, count) =>
        count <= 2
          ? {
              status: count === 1 ? 429 : 503,
              headers: { "retry-after": "0" },
              body: { error: { code: "TooManyRequests" } },
            }
          : undefined,
    });
    const reading = await read(server);
    expect(told(reading)).toEqual(told(await read(await start())));
    expect(reading.gaps).toEqual([]);
    expect(server.calls.length).toBeGreaterThan(3 * 30);
  });

  test("is a gap when it never answers", async () => {
    const server = await start({
      instead: (path) =>
        path.endsWith("searchServices") ? { status: 500, body: "<html>" } : undefined,
    });
    const reading = await read(server, { pace: { ...fast, tries: 3 } });
    expect(reading.gaps).toEqual([
      {
        type: "Microsoft.Search/searchServices",
        account: subscriptionId,
        missing: "Microsoft.Search/searchServices/read (500)",
      },
    ]);
    expect(server.calls.filter((call) => call.endsWith("searchServices"))).toHaveLength(3);
  });

  test.each([
    ["a next page elsewhere", "http://127.0.0.2:1/next", /another host/],
    ["a next page that is no address", "next", /another host/],
  ])("is not followed to %s", async (_, nextLink, why) => {
    const reading = await read(
      await start({
        instead: (path) =>
          path.endsWith("searchServices")
            ? { status: 200, body: { value: [], nextLink } }
            : undefined,
      }),
    );
    expect(reading.gaps.map(({ missing }) => missing)).toEqual([expect.stringMatching(why)]);
  });

  test.each([
    ["nothing", {}],
    ["a list that is none", { value: null }],
    ["one thing", { id: "/subscriptions/x", name: "x" }],
  ])("is not empty where the answer is %s", async (_, body) => {
    const reading = await read(
      await start({
        instead: (path) => (path.endsWith("searchServices") ? { status: 200, body } : undefined),
      }),
    );
    expect(reading.gaps.map(({ missing }) => missing)).toEqual([
      "Microsoft.Search/searchServices/read (an answer without a list)",
    ]);
  });

  test("has nothing dropped that has no name", async () => {
    const body = { value: [{ properties: {} }] };
    const reading = await read(
      await start({
        instead: (path) => (path.endsWith("searchServices") ? { status: 200, body } : undefined),
      }),
    );
    expect(reading.gaps.map(({ missing }) => missing)).toEqual([
      "Microsoft.Search/searchServices/read (an answer without names)",
    ]);
  });

  test("is not followed in circles", async () => {
    const server = await start({
      instead: (path): { status: number; body: unknown } | undefined =>
        path.endsWith("searchServices")
          ? {
              status: 200,
              body: { value: [], nextLink: `${server.url}${path}?api-version=2025-05-01` },
            }
          : undefined,
    });
    const reading = await read(server);
    expect(reading.gaps.map(({ missing }) => missing)).toEqual([
      expect.stringMatching(/again and again/),
    ]);
  });

  test.each([
    ["no JSON", "<html>"],
    ["no object", "[]"],
    ["items that are none", { value: [null, 7, "x", {}, { id: 5 }, { id: "/../x?y" }] }],
    ["no list", { value: "x" }],
  ])("may answer with %s", async (_, body) => {
    const reading = await read(
      await start({
        instead: (path) => (/accounts$|workspaces$/.test(path) ? { status: 200, body } : undefined),
      }),
      { pace: { ...fast, tries: 2 } },
    );
    expect(told(reading).some((line) => line.startsWith("Microsoft.Search"))).toBe(true);
    if (typeof body === "string") expect(reading.gaps.length).toBeGreaterThan(0);
  });
});

describe("the printed role", () => {
  const { Actions } = policyForAzure([subscriptionId]) as { Actions: readonly string[] };

  test("is enough, and nothing of it is unused", async () => {
    const server = await start({ allowed: (action) => Actions.includes(action) });
    const reading = await read(server);
    expect(reading.gaps).toEqual([]);
    expect([...new Set(server.actions)].toSorted()).toEqual([...Actions].toSorted());
    expect(reading.resources.filter(({ at }) => at.document.text.includes("$unread"))).toEqual([]);
  });

  test.each(Actions)("needs %s", async (action) => {
    const reading = await read(await start({ allowed: (each) => each !== action }), {
      subscriptions: [subscriptionId],
    });
    const unread = reading.resources.filter(({ at }) =>
      at.document.text.includes(`${action} (403`),
    );
    const isNamed = action === "Microsoft.Resources/subscriptions/read";
    expect(reading.gaps.length + unread.length > 0 || isNamed).toBe(true);
  });

  test("changes nothing and reads no keys and no data", () => {
    expect(Actions.filter((action) => !action.endsWith("/read"))).toEqual([]);
    expect(policyForAzure()).toMatchObject({
      DataActions: [],
      AssignableScopes: ["/subscriptions/SUBSCRIPTION"],
    });
  });
});

describe("a snapshot", () => {
  function file(): string {
    return join(mkdtempSync(join(tmpdir(), "pavise-azure-")), "azure.jsonl");
  }

  test("tells the same again, and only its owner may read it", async () => {
    const save = file();
    const reading = await read(await start({ allowed: (action) => !action.includes("KeyVault") }), {
      save,
    });
    const again = await loadSnapshot(save);
    expect(told(again)).toEqual(told(reading));
    expect(again.gaps).toEqual(reading.gaps);
    expect(again.resources.map(({ at }) => at.document.text).toSorted()).toEqual(
      reading.resources.map(({ at }) => at.document.text).toSorted(),
    );
    expect(statSync(save).mode & 0o077).toBe(0);
    expect(readFileSync(save, "utf8")).not.toContain(armToken);
  });

  test("that was cut off is continued without asking again for what is there", async () => {
    const save = file();
    const whole = await read(await start(), { save });
    const text = readFileSync(save, "utf8");
    truncateSync(save, text.indexOf('{"done":"', text.length / 2));
    const server = await start();
    const again = await read(server, { save });
    expect(told(again)).toEqual(told(whole));
    const first = await start();
    await read(first);
    expect(server.calls.length).toBeLessThan(first.calls.length);
  });

  test("is not written to the end when it is stopped", async () => {
    const stop = new AbortController();
    const save = file();
    const reading = read(
      await start(),
      { save },
      { signal: stop.signal, onCall: ({ path }) => path.endsWith("vaults") && stop.abort() },
    );
    await expect(reading).rejects.toMatchObject({ code: "interrupted" });
    expect((await loadSnapshot(save)).gaps.length).toBeGreaterThan(0);
  });
});

test("progress is told", async () => {
  const seen: string[] = [];
  await read(await start(), {}, { onProgress: ({ done, total }) => seen.push(`${done}/${total}`) });
  expect(seen.at(-1)).toMatch(/^(\d+)\/\1$/);
});
