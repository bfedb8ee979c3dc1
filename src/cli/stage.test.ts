import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeTree } from "../testing/tree.ts";
import { inBatches, writeReport } from "./stage.ts";

const million = 1_000_000;
const hard = ["", "plain", "\ud800", "é", "😀".repeat(10), "x".repeat(3 * million), "\n"];

test("a report in pieces is written whole, whatever their sizes", async () => {
  const file = join(makeTree({}), "deep", "report.json");
  const cases = [[], [""], hard, [...hard, ...hard], ["ü".repeat(2 * million), "end"]];
  for (const pieces of [
    ...cases,
    Array.from({ length: 20_000 }, (_, at) => `${at} €`.repeat(20)),
  ]) {
    await writeReport(file, pieces);
    const wanted = Buffer.from(pieces.map((piece) => Buffer.from(piece).toString()).join(""));
    expect(readFileSync(file).equals(wanted)).toBe(true);
    expect([...inBatches(pieces)].join("")).toBe(pieces.join(""));
  }
});

test("a report that cannot be written says why", async () => {
  const folder = makeTree({ file: "" });
  const writing = writeReport(join(folder, "file", "report.json"), ["text"]);
  await expect(writing).rejects.toMatchObject({ code: "output-failed" });
  await expect(writeReport(folder, ["text"])).rejects.toMatchObject({ code: "output-failed" });
});
