import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { testFolderOf, writeModel } from "../testing/models.ts";
import { collectBill } from "./collect.ts";
import { writeCycloneDx } from "./cyclonedx.ts";
import { writeSpdx } from "./spdx.ts";
import { modelFolders } from "./testing/folders.ts";
import { validators } from "./testing/validators.ts";

const folder = testFolderOf("aibom");
const timestamp = "2026-11-27T18:00:00Z";

test("there are enough folders, and the schemas refuse what they should", async () => {
  expect(Object.keys(modelFolders).length).toBeGreaterThanOrEqual(30);
  const model = join(folder, "to-be-broken");
  writeModel(model, modelFolders["transformers"]!);
  const bill = await collectBill(model, { timestamp });
  const broken = (text: string, from: string | RegExp, to: string): unknown =>
    JSON.parse(text.replace(from, to));
  const cyclonedx = writeCycloneDx(bill, "1.7");
  for (const [from, to] of [
    ['"Apache-2.0"', '"Apache-9.9"'],
    ["https://example.com/LICENSE", "https://example.com/a b"],
    [timestamp, "yesterday"],
    ['"machine-learning-model"', '"model"'],
  ] as const)
    expect(validators["1.7"](broken(cyclonedx, from, to))).toBe(false);
  const spdx = writeSpdx(bill);
  expect(validators.spdx(broken(spdx, '"hasDeclaredLicense"', '"has"'))).toBe(false);
  expect(validators.spdx(broken(spdx, timestamp, "yesterday"))).toBe(false);
});

describe.each(Object.entries(modelFolders))("%s", (name, files) => {
  test("is valid as CycloneDX 1.7, 1.6 and SPDX 3.0.1, twice the same, and clean", async () => {
    const model = join(folder, name);
    writeModel(model, files);
    const bill = await collectBill(model, { timestamp });
    const again = await collectBill(model, { timestamp });
    const written = {
      "1.7": writeCycloneDx(bill, "1.7"),
      "1.6": writeCycloneDx(bill, "1.6"),
      spdx: writeSpdx(bill),
    };
    expect(writeCycloneDx(again, "1.7")).toBe(written["1.7"]);
    expect(writeSpdx(again)).toBe(written.spdx);
    for (const [format, text] of Object.entries(written)) {
      const validate = validators[format as keyof typeof validators];
      const isValid = validate(JSON.parse(text));
      expect(isValid ? [] : validate.errors).toEqual([]);
      expect(text).not.toMatch(/hunter2|[\u001b\u202e\u200b\u0007]|\\u00[01]|\\ud8/);
      // Every file, with the digest of its bytes.
      for (const { sha256 } of bill.files) expect(text).toContain(sha256);
    }
  });
});

interface Referring {
  readonly "bom-ref"?: string;
  readonly [key: string]: unknown;
}

/** Every `bom-ref` of a document. */
function refsIn(node: unknown): readonly string[] {
  if (typeof node !== "object" || node === null) return [];
  const own = (node as Referring)["bom-ref"];
  return [...(own === undefined ? [] : [own]), ...Object.values(node).flatMap(refsIn)];
}

test.each(Object.entries(modelFolders))("%s: references lead somewhere", async (name, files) => {
  const model = join(folder, `refs-${name}`);
  writeModel(model, files);
  const bill = await collectBill(model, { timestamp });
  const document = JSON.parse(writeCycloneDx(bill, "1.7")) as {
    readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: string[] }[];
  };
  const refs = refsIn(document);
  expect(new Set(refs).size).toBe(refs.length);
  for (const { ref, dependsOn = [] } of document.dependencies)
    for (const each of [ref, ...dependsOn]) expect(refs).toContain(each);

  const { "@graph": graph } = JSON.parse(writeSpdx(bill)) as {
    readonly "@graph": readonly Record<string, unknown>[];
  };
  const ids = graph.flatMap(({ spdxId }) => (spdxId === undefined ? [] : [spdxId]));
  expect(new Set(ids).size).toBe(ids.length);
  const relations = graph.filter(({ type }) => type === "Relationship");
  for (const { from, to } of relations)
    for (const each of [from, ...(to as string[])])
      if (each !== "expandedlicensing_NoAssertionLicense") expect(ids).toContain(each);
  // The AI profile: exactly one declared and one concluded licence for each AI package.
  for (const { type, spdxId } of graph) {
    if (type !== "ai_AIPackage") continue;
    for (const kind of ["hasDeclaredLicense", "hasConcludedLicense"]) {
      const own = relations.filter(
        ({ from, relationshipType }) => from === spdxId && relationshipType === kind,
      );
      expect(own.flatMap(({ to }) => to as string[])).toHaveLength(1);
    }
  }
});
