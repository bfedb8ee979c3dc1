import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { defaultLimits } from "../core/index.ts";
import { noModels } from "../flow/models.ts";
import { testToolbox } from "../testing/scan-tree.ts";
import { makeTree } from "../testing/tree.ts";
import type { Task } from "./inspect.ts";
import { openPool, type Pool } from "./pool.ts";

function poolOf(signal?: AbortSignal): Pool {
  const setup = {
    toolbox: testToolbox,
    disabled: [],
    limits: defaultLimits,
    today: "2026-01-01",
    models: noModels,
    ownNames: new Set<string>(),
    modules: [],
  };
  return openPool({ setup, jobs: 2, signal });
}

function tasksFor(files: Readonly<Record<string, string>>): readonly Task[] {
  const root = makeTree(files);
  return Object.entries(files).map(([path, text], index) => ({
    index,
    path,
    file: join(root, path),
    size: text.length,
  }));
}

const many = Object.fromEntries(
  Array.from({ length: 80 }, (_, at) => [`f${at}.py`, `evil(${at})\n`]),
);

async function statuses(pool: Pool, tasks: readonly Task[]): Promise<readonly string[]> {
  const found: string[] = [];
  await pool.run(tasks, ({ coverage }) => found.push(`${coverage.path} ${coverage.status}`));
  return found.toSorted();
}

describe("a pool that is asked more than once", () => {
  const all = Object.keys(many)
    .map((path) => `${path} checked`)
    .toSorted();

  test("answers each time, also where a worker was lost before", async () => {
    const pool = poolOf();
    const bad = tasksFor({ ...many, "bad.py": "die_here" });
    expect(await statuses(pool, bad)).toEqual([...all, "bad.py failed"].toSorted());
    expect(await statuses(pool, tasksFor(many))).toEqual(all);
    expect(await statuses(pool, [])).toEqual([]);
    expect(await statuses(pool, tasksFor({ "one.py": "" }))).toEqual(["one.py skipped"]);
    await pool.close();
  });

  test("answers nothing more once it was told to stop", async () => {
    const control = new AbortController();
    const pool = poolOf(control.signal);
    expect(await statuses(pool, tasksFor(many))).toEqual(all);
    const spinning = statuses(pool, tasksFor({ "a.py": "spin_here" }));
    control.abort();
    expect(await spinning).toEqual([]);
    expect(await statuses(pool, tasksFor(many))).toEqual([]);
    await pool.close();
  });
});
