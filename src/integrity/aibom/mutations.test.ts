import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { testFolder, writeModel } from "../testing/models.ts";
import { collectBill } from "./collect.ts";
import { writeCycloneDx } from "./cyclonedx.ts";
import { writeSpdx } from "./spdx.ts";
import { modelFolders, type Files } from "./testing/folders.ts";
import { validators } from "./testing/validators.ts";

const names = Object.keys(modelFolders).filter((name) => !/bomb|deep|many|long/.test(name));

/** What stands somewhere in a file that stood not there before. */
const pieces = fc.constantFrom(
  "\u0000",
  "---\n",
  ": ",
  "[",
  "{",
  '"',
  "&a ",
  "*a",
  "\n- ",
  "null",
  "<<: *a",
  "\u202e",
  "https://a:b@c/",
  "%",
  "#",
  "1e999",
  "\u001b[31m",
  "!!python/name:os.system ",
  "\uffff",
);
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat({ max: 20 }),
  piece: fc.option(pieces, { nil: "" }),
});

function changed(
  bytes: Buffer,
  changes: readonly { at: number; drop: number; piece: string }[],
): Buffer {
  let now = bytes;
  for (const { at, drop, piece } of changes) {
    const place = Math.floor(at * now.length);
    now = Buffer.concat([now.subarray(0, place), Buffer.from(piece), now.subarray(place + drop)]);
  }
  return now;
}

test("whatever is changed in the files of a model, its bill is valid and no reader falls", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.array(fc.array(change, { maxLength: 3 }), { minLength: 12, maxLength: 12 }),
      async (name, changes) => {
        const model = join(testFolder(), "m");
        const files: Files = Object.fromEntries(
          Object.entries(modelFolders[name]!).map(([file, bytes], index) => [
            file,
            changed(bytes, changes[index % changes.length]!),
          ]),
        );
        writeModel(model, files);
        const bill = await collectBill(model, { timestamp: "2026-11-27T18:00:00Z", jobs: 1 });
        expect(bill.warnings.join("\n")).not.toContain("could not be understood");
        for (const [validate, text] of [
          [validators["1.7"], writeCycloneDx(bill, "1.7")],
          [validators["1.6"], writeCycloneDx(bill, "1.6")],
          [validators.spdx, writeSpdx(bill)],
        ] as const)
          expect(validate(JSON.parse(text)) ? [] : validate.errors).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});
