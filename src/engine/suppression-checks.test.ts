import { describe, expect, test } from "vitest";
import { makeTree } from "../testing/tree.ts";
import { defaultConfig } from "./config.ts";
import { scan } from "./scan.ts";
import { suppressionChecks } from "./suppression-checks.ts";

describe.each(suppressionChecks)("$id", ({ id, examples }) => {
  async function reported(example: { path?: string; code: string }): Promise<readonly string[]> {
    const cwd = makeTree({ [example.path ?? "a.py"]: example.code });
    const { findings } = await scan({ targets: ["."], cwd, config: defaultConfig });
    return findings.map((finding) => finding.check);
  }

  test("is found in its examples", async () => {
    for (const example of examples.found) expect(await reported(example)).toContain(id);
  });

  test("is not found where it is clean", async () => {
    for (const example of examples.clean) expect(await reported(example)).not.toContain(id);
  });
});
