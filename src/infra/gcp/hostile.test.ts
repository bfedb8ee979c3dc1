// No check throws, whatever an API answers or a file says; what is written is not always what is meant.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { AnyCheck } from "../../checks/define.ts";
import { judgeResources } from "../../testing/infra-cases.ts";
import { weakWorld } from "../sources/gcp/testing/worlds.ts";
import { resourceMaker } from "../sources/live/resource.ts";
import type { Resource } from "../resource.ts";
import type { CloudType } from "../type.ts";
import { namesIn } from "../type.ts";
import type { MapValue, Value } from "../value.ts";
import * as access from "../types/gcp/access.ts";
import * as data from "../types/gcp/data.ts";
import * as jobs from "../types/gcp/jobs.ts";
import * as notebooks from "../types/gcp/notebooks.ts";
import * as project from "../types/gcp/project.ts";
import * as services from "../types/gcp/services.ts";
import * as vertex from "../types/gcp/vertex.ts";

const folder = join(import.meta.dirname, "../../checks/infra/gcp");
const checks: AnyCheck[] = [];
beforeAll(async () => {
  for (const name of readdirSync(folder).filter((each) => !each.endsWith(".test.ts")))
    checks.push(...Object.values((await import(join(folder, name))) as Record<string, AnyCheck>));
});

const types = [access, data, jobs, notebooks, project, services, vertex].flatMap((module) =>
  Object.values(module as Record<string, CloudType>),
);
const liveTypes = [...new Set(types.flatMap((type) => namesIn(type, "gcp")))];
const writtenTypes = [...new Set(types.flatMap((type) => namesIn(type, "terraform")))];

/** Keys that mean something, so that what is hostile is met behind them. */
const keys = fc.constantFrom(
  ..."name iamPolicy bindings role members member condition auditConfigs status spec resources".split(
    " ",
  ),
  ..."restrictedServices ingressPolicies ingressFrom operations jobSpec encryptionSpec gceSetup".split(
    " ",
  ),
  ..."metadata serviceAccounts restrictions apiTargets ancestors orgPolicies rules artifactUri".split(
    " ",
  ),
  ..."policy_data members bucket logging retention_policy destination $unread".split(" "),
);

const json: fc.Arbitrary<unknown> = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(null, true, "", "allUsers", "roles/owner", "gs://a/b", "projects/1", 1e308, -0),
    fc.string(),
    fc.array(tie("node"), { maxLength: 3 }),
    fc.dictionary(keys, tie("node"), { maxKeys: 4 }),
  ),
})).node;

const make = resourceMaker("gcp");
function live(type: string, body: unknown, index: number): Resource {
  const text = JSON.stringify(body, null, 2);
  return make({ type, address: `//x/${index}`, account: "acme", region: "us", text });
}

test("whatever an API answers", { timeout: 60_000 }, () => {
  const body = fc.dictionary(keys, json, { maxKeys: 6 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...liveTypes), body), { maxLength: 8 }),
      (all) => {
        const resources = all.map(([type, body], index) => live(type, body, index));
        for (const check of checks) judgeResources(check, resources);
      },
    ),
    { numRuns: 60 },
  );
});

test("whatever a file says", { timeout: 60_000 }, () => {
  const { document } = live("x", {}, 0).at;
  const at = { document, start: 0, end: 0 };
  const value: fc.Arbitrary<Value> = fc.letrec<{ node: Value }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom<Value>(
        { kind: "scalar", value: "allUsers", at },
        { kind: "scalar", value: null, at },
        { kind: "scalar", value: true, at },
        { kind: "unknown", cause: "var.x has no value", at },
        { kind: "unread", missing: "x", at },
        { kind: "reference", resource: "google_storage_bucket.it", attribute: ["name"], at },
      ),
      fc.array(tie("node"), { maxLength: 3 }).map((items): Value => ({ kind: "list", items, at })),
      fc
        .array(tie("node"), { maxLength: 3 })
        .map((items): Value => ({ kind: "list", items, open: "why", at })),
      fc
        .array(tie("node"), { maxLength: 2 })
        .map((options): Value => ({ kind: "choice", options, cause: "var.y", at })),
      fc
        .array(tie("node"), { maxLength: 2 })
        .map((parts): Value => ({ kind: "template", parts: ["a", ...parts], at })),
      tie("node").map((inner): Value => ({ kind: "json", value: inner, at })),
      fc
        .dictionary(keys, tie("node"), { maxKeys: 4 })
        .map((entries): Value => ({ kind: "map", entries: new Map(Object.entries(entries)), at })),
    ),
  })).node;
  const body = fc
    .dictionary(keys, value, { maxKeys: 8 })
    .map((entries): MapValue => ({ kind: "map", entries: new Map(Object.entries(entries)), at }));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...writtenTypes), body), { maxLength: 8 }),
      (all) => {
        const resources = all.map(([type, body], index): Resource => ({
          dialect: "terraform",
          type,
          address: `${type}.it${index}`,
          body,
          at,
        }));
        for (const check of checks) judgeResources(check, resources);
      },
    ),
    { numRuns: 60 },
  );
});

test("half of what an API should answer", { timeout: 60_000 }, () => {
  const bodies = Object.entries({ ...weakWorld.lists, ...weakWorld.answers }).flatMap(([, each]) =>
    Array.isArray(each) ? (each as readonly object[]) : [each],
  );
  let asked = 0;
  for (const type of liveTypes)
    for (const body of bodies) {
      const resources = [live(type, body, 0)];
      for (const check of checks) asked += judgeResources(check, resources).answers.length;
    }
  expect(asked).toBeGreaterThan(1000);
});
