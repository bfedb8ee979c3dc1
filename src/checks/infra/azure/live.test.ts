// Every check of Azure on a subscription that is read over HTTP: weak, mended, denied, throttled.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "../../../infra/answer.ts";
import { readAzure } from "../../../infra/sources/azure/read.ts";
import {
  armToken,
  startArm,
  type ArmServer,
  type ArmState,
} from "../../../infra/sources/azure/testing/arm-server.ts";
import { estate, subscriptionId } from "../../../infra/sources/azure/testing/estate.ts";
import type { LiveReading } from "../../../infra/sources/live/reading.ts";
import { checksIn } from "../../../testing/checks-in.ts";
import { judgeResources } from "../../../testing/infra-cases.ts";
import type { AnyCheck } from "../../define.ts";

const checks = await checksIn(import.meta.dirname);
const servers: ArmServer[] = [];

async function reading(
  state: Partial<ArmState> & Pick<ArmState, "resources">,
): Promise<LiveReading> {
  const server = await startArm({ subscriptions: [subscriptionId], ...state });
  servers.push(server);
  return readAzure({
    env: { AZURE_RESOURCE_MANAGER_URL: server.url, AZURE_ACCESS_TOKEN: armToken },
    subscriptions: [subscriptionId],
    pace: { perSecond: 10_000, firstWaitMs: 1 },
  });
}

interface Told {
  readonly kinds: readonly Answer["kind"][];
  readonly types: readonly string[];
}

function judge(check: AnyCheck, { resources, gaps }: LiveReading): Told {
  const byAddress = new Map(resources.map(({ address, type }) => [address, type]));
  const { answers } = judgeResources(check, resources, gaps);
  return {
    kinds: answers.map(({ answer }) => answer.kind),
    types: answers.map(({ resource }) => byAddress.get(resource) ?? ""),
  };
}

let weak: LiveReading;
let mended: LiveReading;
let denied: LiveReading;
let throttled: LiveReading;
let detailsDenied: LiveReading;

/** What has a call of its own for each resource. */
const details = /\/(?:diagnosticSettings|blobServices|policies)\/read$/;

beforeAll(async () => {
  weak = await reading({ resources: estate("weak") });
  mended = await reading({ resources: estate("mended"), pageSize: 1 });
  denied = await reading({ resources: estate("weak"), allowed: () => false });
  detailsDenied = await reading({
    resources: estate("mended"),
    allowed: (action) => !details.test(action),
  });
  throttled = await reading({
    resources: estate("weak"),
    instead: (_, count) =>
      count === 1
        ? {
            status: 429,
            headers: { "retry-after": "0" },
            body: { error: { code: "TooManyRequests" } },
          }
        : undefined,
  });
}, 60_000);
afterAll(async () => {
  for (const server of servers) await server.close();
});

test("there are checks, and each has a name of its own", () => {
  expect(checks.length).toBeGreaterThan(70);
  expect(new Set(checks.map(({ meta }) => meta.id)).size).toBe(checks.length);
});

describe.each(checks.map((check) => [check.meta.id, check] as const))("%s", (_, check) => {
  test("fails where all is weak", () => {
    expect(judge(check, weak).kinds).toContain("fail");
  });

  test("passes where all is mended", () => {
    expect([...new Set(judge(check, mended).kinds)]).toEqual(["pass"]);
  });

  test("says the same where calls are throttled", () => {
    expect(judge(check, throttled).kinds.toSorted()).toEqual(judge(check, weak).kinds.toSorted());
  });

  test("passes nothing where all is denied, and what it would have read is a gap", () => {
    expect(judge(check, denied).kinds).toEqual([]);
    const gaps = new Set(denied.gaps.map(({ type }) => type));
    for (const type of judge(check, weak).types) expect([...gaps]).toContain(type);
  });

  test("is not assessed where only its own call is denied", () => {
    const { kinds } = judge(check, detailsDenied);
    const needsDetails = /not-logged$|storage-versioning|storage-soft-delete|gateway-no-limit/.test(
      check.meta.id,
    );
    expect([...new Set(kinds)]).toEqual([needsDetails ? "not-assessed" : "pass"]);
  });
});
