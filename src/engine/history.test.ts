import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { letters } from "../checks/secret/samples.ts";
import type { Finding, Run } from "../core/index.ts";
import { scanTree } from "../testing/scan-tree.ts";
import { makeTree } from "../testing/tree.ts";

const keyOf = (seed: string): string => `hf_${letters(seed, 34)}`;

interface Repository {
  readonly root: string;
  readonly git: (...args: readonly string[]) => string;
  readonly write: (file: string, text: string) => void;
  readonly commit: (message: string) => string;
}

function repository(): Repository {
  const root = makeTree();
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_AUTHOR_DATE: "2024-03-01T12:00:00Z",
    GIT_COMMITTER_DATE: "2024-03-01T12:00:00Z",
  };
  const identity = ["-c", "user.name=Ada", "-c", "user.email=ada@riverbank.io"];
  const git = (...args: readonly string[]): string =>
    execFileSync("git", [...identity, "-C", root, ...args], { env, encoding: "utf8" }).trim();
  git("init", "-q", "-b", "main");
  return {
    root,
    git,
    write: (file, text) => writeFileSync(join(root, file), text),
    commit: (message) => {
      git("add", "-A");
      git("commit", "-q", "-m", message);
      return git("rev-parse", "HEAD").slice(0, 12);
    },
  };
}

function search(root: string, history: readonly string[] = []): Promise<Run> {
  return scanTree(root, { toolbox: undefined, history });
}

function past(run: Run): readonly Finding[] {
  return run.findings.filter(({ location }) => location.commit !== undefined);
}

test("finds what was removed, in the commit that brought it, once", async () => {
  const { root, write, commit } = repository();
  write("a.py", "x = 1\n");
  commit("begin");
  write("a.py", `x = 1\nkey = "${keyOf("one")}"\n`);
  const brought = commit("bring");
  write("a.py", `x = 2\n\nkey = "${keyOf("one")}"\n`);
  commit("move");
  write("a.py", "x = 3\n");
  commit("remove");
  const run = await search(root);
  expect(past(run)).toHaveLength(1);
  expect(past(run)[0]?.location).toMatchObject({ path: "a.py", line: 2, commit: brought });
  expect(past(run)[0]?.message).toContain(`since commit ${brought} of 2024-03-01`);
  expect(JSON.stringify(run)).not.toContain(keyOf("one"));
  expect(run.problems).toEqual([]);
  expect(run.coverage.assets.find(({ path }) => path === ".git/")).toMatchObject({
    status: "checked",
  });
});

test("says what still stands once, and an older key at the same place besides", async () => {
  const { root, write, commit } = repository();
  write("a.py", `key = "${keyOf("old")}"\n`);
  commit("old");
  write("a.py", `key = "${keyOf("new")}"\n`);
  commit("new");
  write("a.py", `\nkey = "${keyOf("new")}"\n`);
  commit("moved");
  const run = await search(root);
  const found = run.findings.filter(({ check }) => check === "secret-ai-key");
  expect(found.map(({ location }) => location.commit === undefined)).toEqual([true, false]);
  expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

test("a baseline knows what was found before; other branches are searched, or one alone", async () => {
  const { root, git, write, commit } = repository();
  write("a.txt", "a\n");
  commit("begin");
  git("checkout", "-q", "-b", "side");
  write(".env", `HF_TOKEN=${keyOf("side")}\n`);
  commit("side");
  git("checkout", "-q", "main");
  rmSync(join(root, ".env"), { force: true });
  const run = await search(root);
  expect(past(run).map(({ location }) => location.path)).toEqual([".env"]);
  expect(past(await search(root, ["main"]))).toEqual([]);
  const baseline = new Set(run.findings.map(({ fingerprint }) => fingerprint));
  const again = await scanTree(root, { toolbox: undefined, history: [], baseline });
  expect(again.findings).toEqual([]);
});

test("a merge that brings a secret of its own is seen; names with blanks and quotes too", async () => {
  const { root, git, write, commit } = repository();
  write("a.txt", "a\n");
  commit("begin");
  git("checkout", "-q", "-b", "side");
  write("b.txt", "b\n");
  commit("side");
  git("checkout", "-q", "main");
  write('c "d".txt', `${keyOf("quoted")}\n`);
  commit("main");
  git("merge", "-q", "--no-commit", "--no-ff", "side");
  write("a.txt", `a ${keyOf("merge")}\n`);
  commit("merge");
  write("a.txt", "a\n");
  write('c "d".txt', "\n");
  commit("remove");
  const run = await search(root);
  expect(
    past(run)
      .map(({ location }) => location.path)
      .toSorted(),
  ).toEqual(["a.txt", 'c "d".txt']);
});

test("outside of a repository, or with a ref that is none, the run says so", async () => {
  const nowhere = await search(makeTree({ "a.txt": "a" }));
  expect(nowhere.problems[0]).toContain("not a git repository");
  const { root, write, commit } = repository();
  write("a.txt", "a\n");
  commit("begin");
  expect((await search(root, ["nowhere"])).problems[0]).toContain("nowhere");
});
