// What Resource Manager never answers, and a broken or hostile server might.
import fc from "fast-check";
import { expect, test } from "vitest";
import { estate } from "../../../infra/sources/azure/testing/estate.ts";
import { allTables } from "../../../infra/sources/azure/tables/all.ts";
import { readTable, type Sink } from "../../../infra/sources/azure/walk.ts";
import type { Client } from "../../../infra/sources/azure/client.ts";
import { isObject, type Json, type JsonObject } from "../../../infra/sources/live/json.ts";
import type { LiveRecord } from "../../../infra/sources/live/resource.ts";
import { azureResource, type ArmResource } from "../../../testing/azure-cases.ts";
import { checksIn } from "../../../testing/checks-in.ts";
import { judgeResources } from "../../../testing/infra-cases.ts";

const checks = await checksIn(import.meta.dirname);
const words = [
  "Enabled",
  "",
  "None",
  "AI",
  "OpenAI",
  "*",
  "$unread",
  "properties",
  "value",
  "kind",
  "id",
];
const anyJson = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  { weight: 2, arbitrary: fc.constantFrom(...words, null, true, false, 0, [], {}, [null], [[]]) },
  { weight: 1, arbitrary: fc.constant({ $unread: "Microsoft.X/read (403)" }) },
) as fc.Arbitrary<Json>;

/** Puts something else in one place of a tree, found by a walk of random turns. */
function replaced(
  tree: Json,
  { turns, by }: { readonly turns: readonly number[]; readonly by: Json },
): Json {
  const [turn, ...rest] = turns;
  if (turn === undefined) return by;
  if (Array.isArray(tree)) {
    const list = tree as readonly Json[];
    if (list.length === 0) return by;
    const at = turn % list.length;
    return list.map((each, index) => (index === at ? replaced(each, { turns: rest, by }) : each));
  }
  if (!isObject(tree)) return by;
  const keys = Object.keys(tree);
  const key = keys[turn % Math.max(keys.length, 1)];
  if (key === undefined) return by;
  return { ...tree, [key]: replaced(tree[key] ?? null, { turns: rest, by }) };
}

const change = fc.record({
  which: fc.nat(),
  turns: fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }),
  by: anyJson,
});

test("no check falls over what makes no sense", () => {
  const all = [...estate("weak"), ...estate("mended")];
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), (changes) => {
      const bodies: ArmResource[] = [...all];
      for (const { which, turns, by } of changes) {
        const at = which % bodies.length;
        const body = bodies[at]!;
        const made = replaced(body, { turns, by });
        bodies[at] = { ...(isObject(made) ? made : {}), id: body.id, type: body.type };
      }
      const resources = bodies.map(azureResource);
      for (const check of checks) judgeResources(check, resources);
    }),
    { numRuns: 40 },
  );
});

test("no table falls over what makes no sense, and what it tells can be written down", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyJson, { maxLength: 6 }), fc.boolean(), async (items, isTold) => {
      const records: LiveRecord[] = [];
      const sink: Sink = { record: (record) => records.push(record), gap: () => undefined };
      const odd: JsonObject = { id: "/x/y", properties: items[0] ?? null, kind: "AIServices" };
      const client: Client = {
        call: () =>
          Promise.resolve(isTold ? { kind: "told", value: odd } : { kind: "unread", missing: "x" }),
        // eslint-disable-next-line typescript/require-await
        list: async function* () {
          yield { kind: "page", items: [...items, odd] };
          if (!isTold) yield { kind: "unread", missing: "Microsoft.X/read (500)" };
        },
      };
      for (const table of allTables) await readTable({ client, sink, subscription: "s" }, table);
      for (const { address, text } of records) {
        expect(address).toMatch(/^\//);
        expect(isObject(JSON.parse(text))).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});
