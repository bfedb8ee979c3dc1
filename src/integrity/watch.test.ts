import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { testFolder, writeModel } from "./testing/models.ts";
import { lookAt, watchModel } from "./watch.ts";

async function changesAfter(change: (model: string) => void): Promise<number> {
  const model = testFolder();
  writeModel(model, { "a.bin": Buffer.from("a"), "b/c.bin": Buffer.from("c") });
  const since = lookAt(model);
  let changes = 0;
  // What happens before the watch begins, while a model is verified, counts as well.
  change(model);
  const onChange = (): Promise<void> => {
    changes++;
    return Promise.resolve();
  };
  const watch = watchModel(model, { since, intervalMs: 10, onChange });
  onTestFinished(watch.close);
  await new Promise((resolve) => setTimeout(resolve, 120));
  return changes;
}

test.each<readonly [string, (model: string) => void]>([
  ["a file is written", (model) => writeFileSync(join(model, "a.bin"), "b")],
  ["a file comes", (model) => writeFileSync(join(model, "x.py"), "x")],
  ["a file goes", (model) => rmSync(join(model, "b/c.bin"))],
  ["a link comes", (model) => symlinkSync("nowhere", join(model, "link"))],
  ["all of it goes", (model) => rmSync(model, { recursive: true })],
])("once is told when %s", async (_, change) => {
  expect(await changesAfter(change)).toBe(1);
});

test("nothing is told when nothing changes", async () => {
  expect(await changesAfter(() => {})).toBe(0);
});
