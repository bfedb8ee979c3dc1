import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeTree } from "../../../testing/tree.ts";
import { linesOf } from "./lines.ts";

async function lines(text: string, most?: number): Promise<readonly (string | undefined)[]> {
  const file = join(makeTree({}), "lines");
  writeFileSync(file, text);
  const found: (string | undefined)[] = [];
  for await (const line of linesOf(file, most)) found.push(line);
  return found;
}

test("lines are read, the last one without its break too", async () => {
  expect(await lines("a\n\nbé\r\nc")).toEqual(["a", "", "bé\r", "c"]);
  expect(await lines("a\n")).toEqual(["a"]);
  expect(await lines("")).toEqual([]);
});

test("over what is read at once, a line stays whole", async () => {
  const long = "é".repeat(200_000);
  expect(await lines(`${long}\nb\n`)).toEqual([long, "b"]);
});

test("a line that is too long is not kept, and those behind it are read", async () => {
  expect(await lines(`${"a".repeat(300_000)}\nb\n${"c".repeat(11)}`, 10)).toEqual([
    undefined,
    "b",
    undefined,
  ]);
});
