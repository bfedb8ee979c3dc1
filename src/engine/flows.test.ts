import { expect, test } from "vitest";
import { parseAsset } from "../checks/parse.ts";
import { scanTree } from "../testing/scan-tree.ts";
import { followFlows } from "./flows.ts";
import type { Inspection, Task } from "./inspect.ts";

const run = "import os\ndef run(a):\n    os.system(a)\n";

function app(name: string): string {
  return `from flask import request\nfrom ${name} import run\nrun(request.args["q"])\n`;
}

const files: Readonly<Record<string, string>> = {
  "a.py": app("b"),
  "b.py": run,
  "c.py": app("d"),
  "d.py": run,
};

test("files are followed in the order of the plan, whichever was inspected first", async () => {
  const subjects = Object.entries(files).map(([path, text], index) => ({
    index,
    path,
    file: path,
    size: text.length,
  }));
  const inspections = subjects.map(({ index, path, size }): Inspection => {
    const { views } = parseAsset({ kind: "python", path, text: files[path]!, isOurs: () => true });
    const { summary } = views.flow!.summarize({ traces: false });
    return {
      index,
      coverage: { path, kind: "python", size, status: "checked" },
      findings: [],
      summary,
    };
  });

  async function askedFor(order: readonly Inspection[]): Promise<readonly string[]> {
    const asked: string[] = [];
    await followFlows({
      subjects,
      inspections: order,
      run: async (tasks: readonly Task[]) => {
        asked.push(...tasks.map(({ path, flows }) => `${path} ${flows?.length ?? "traced"}`));
        return [];
      },
    });
    return asked;
  }
  const inOrder = await askedFor(inspections);
  expect(inOrder).toContain("b.py 1");
  expect(inOrder).toContain("d.py 1");
  expect(await askedFor(inspections.toReversed())).toEqual(inOrder);
});

test("flows from file to file are the same here and in workers", async () => {
  const here = await scanTree(files, { toolbox: undefined });
  const there = await scanTree(files, { toolbox: undefined, jobs: 2 });
  expect(here.findings.filter(({ steps }) => steps !== undefined)).toHaveLength(2);
  expect(there.findings).toEqual(here.findings);
});
