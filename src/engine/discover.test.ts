import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeTree } from "../testing/tree.ts";
import { discover } from "./discover.ts";

async function paths(root: string, targets: readonly string[] = ["."]): Promise<readonly string[]> {
  return (await discover({ targets, cwd: root })).subjects.map((subject) => subject.path);
}

async function passed(root: string): Promise<Readonly<Record<string, string | undefined>>> {
  const found = await discover({ targets: ["."], cwd: root });
  return Object.fromEntries(found.passed.map((entry) => [entry.path, entry.reason]));
}

describe("targets", () => {
  test("the order is fixed, whatever the file system says", async () => {
    const root = makeTree({ "b.py": "", "a/z.py": "", "a.py": "", "a/b/c.py": "" });
    expect(await paths(root)).toEqual(["a.py", "a/b/c.py", "a/z.py", "b.py"]);
  });

  test("one file is a target; several overlapping ones are scanned once", async () => {
    const root = makeTree({ "a.py": "", "d/b.py": "" });
    expect(await paths(root, ["a.py"])).toEqual(["a.py"]);
    expect(await paths(root, ["d", "a.py", ".", "d/b.py"])).toEqual(["a.py", "d/b.py"]);
  });

  test("paths start at the current folder where that holds the targets, else at what they share", async () => {
    const root = makeTree({ "one/a.py": "", "two/b.py": "", "here/c.py": "" });
    const cwd = join(root, "here");
    const at = async (targets: readonly string[]): Promise<readonly string[]> =>
      (await discover({ targets, cwd })).subjects.map((subject) => subject.path);
    expect(await at([join(root, "one")])).toEqual(["a.py"]);
    expect(await at(["../one", "../two"])).toEqual(["one/a.py", "two/b.py"]);
    expect((await discover({ targets: ["here"], cwd: root })).subjects[0]?.path).toBe("here/c.py");
  });

  test("a target that is not there is an error before anything is scanned", async () => {
    await expect(paths(makeTree(), ["nope"])).rejects.toMatchObject({ code: "target-missing" });
  });
});

describe("ignore files", () => {
  test("nested ones are honoured, outside of a git repository too, and can be taken back", async () => {
    const root = makeTree({
      ".gitignore": "*.log.py\nout/\n",
      "keep.py": "",
      "x.log.py": "",
      "out/a.py": "",
      "sub/.gitignore": "!x.log.py\nlocal.py\n",
      "sub/x.log.py": "",
      "sub/local.py": "",
      ".paviseignore": "private.py\n",
      "private.py": "",
    });
    expect(await paths(root)).toEqual([
      ".gitignore",
      ".paviseignore",
      "keep.py",
      "sub/.gitignore",
      "sub/x.log.py",
    ]);
    expect(await passed(root)).toMatchObject({
      "out/": "excluded",
      "x.log.py": "excluded",
      "private.py": "excluded",
    });
  });

  test("those above the target count up to the top of the repository", async () => {
    const root = makeTree({ ".gitignore": "gen.py\n", "sub/gen.py": "", "sub/a.py": "" });
    mkdirSync(join(root, ".git"));
    expect(await paths(join(root, "sub"))).toEqual(["a.py"]);
  });

  test("a file named by hand is scanned even where it is ignored, and so is a folder", async () => {
    const root = makeTree({ ".gitignore": "out/\n", "out/a.py": "" });
    mkdirSync(join(root, ".git"));
    expect(await paths(root, ["out/a.py"])).toEqual(["out/a.py"]);
    expect(await paths(root, ["out"])).toEqual(["out/a.py"]);
  });

  test("installed packages, compiled files and virtual environments are other people's", async () => {
    const root = makeTree({
      "a.py": "",
      "node_modules/x/a.py": "",
      "d/__pycache__/a.pyc": "",
      "my-env/pyvenv.cfg": "",
      "my-env/lib/a.py": "",
      ".git/hooks/x.py": "",
    });
    expect(await paths(root)).toEqual(["a.py"]);
    expect(Object.keys(await passed(root))).toEqual(["d/__pycache__/", "my-env/", "node_modules/"]);
  });

  test("patterns of the configuration leave out, and can take back", async () => {
    const root = makeTree({ "a.py": "", "tests/b.py": "", "tests/keep.py": "" });
    const exclude = { folder: root, patterns: ["tests/*", "!tests/keep.py"] };
    const found = await discover({ targets: ["."], cwd: root, exclude });
    expect(found.subjects.map((subject) => subject.path)).toEqual(["a.py", "tests/keep.py"]);
  });

  test("an excluded folder is scanned where it is named by hand", async () => {
    const root = makeTree({ "demo/a.py": "", "b.py": "" });
    const exclude = { folder: root, patterns: ["demo/"] };
    const at = async (target: string): Promise<readonly string[]> =>
      (await discover({ targets: [target], cwd: root, exclude })).subjects.map(({ path }) => path);
    expect(await at(".")).toEqual(["b.py"]);
    expect(await at("demo")).toEqual(["demo/a.py"]);
  });
});

describe("hostile trees", () => {
  test("links that lead in circles end", async () => {
    const root = makeTree({ "a/b/c.py": "" });
    symlinkSync("..", join(root, "a/b/up"));
    symlinkSync(".", join(root, "a/self"));
    symlinkSync("loop", join(root, "loop"));
    expect(await paths(root)).toEqual(["a/b/c.py"]);
    expect(await passed(root)).toEqual({ loop: "unreadable" });
  });

  test("a link out of the tree is not followed, and said", async () => {
    const outside = makeTree({ "secret.py": "" });
    const root = makeTree({ "a.py": "" });
    symlinkSync(outside, join(root, "folder"));
    symlinkSync(join(outside, "secret.py"), join(root, "file.py"));
    symlinkSync("nowhere", join(root, "dangling"));
    expect(await paths(root)).toEqual(["a.py"]);
    expect(await passed(root)).toEqual({
      "folder/": "outside-tree",
      "file.py": "outside-tree",
      dangling: "unreadable",
    });
  });

  test("a link inside the tree is another name, unless its target has no other", async () => {
    const root = makeTree({
      "a.py": "",
      ".gitignore": "hidden/\n",
      "hidden/b.py": "",
      "node_modules/p/c.py": "",
    });
    symlinkSync("a.py", join(root, "zzz.py"));
    symlinkSync("a.py", join(root, "0.py"));
    symlinkSync("hidden/b.py", join(root, "b.py"));
    symlinkSync("node_modules/p", join(root, "p"));
    expect(await paths(root)).toEqual([".gitignore", "a.py", "b.py"]);
  });

  test("pipes are not opened", async () => {
    const root = makeTree({ "a.py": "" });
    execFileSync("mkfifo", [join(root, "pipe.py")]);
    expect(await paths(root)).toEqual(["a.py"]);
    expect(await passed(root)).toEqual({ "pipe.py": "special-file" });
    expect((await discover({ targets: ["pipe.py"], cwd: root })).subjects).toEqual([]);
  });

  test("names with line breaks, escapes and odd letters are names", async () => {
    const names = [
      "a\nb.py",
      "\u001b[31mred.py",
      "-rf.py",
      "ünï.py",
      "..x.py",
      "back\\slash.py",
      "#c.py",
      "!d.py",
    ];
    const root = makeTree({
      ...Object.fromEntries(names.map((name) => [name, ""])),
      ".gitignore": "nothing\n",
    });
    expect(await paths(root)).toEqual([...names, ".gitignore"].sort());
  });

  test.skipIf(process.getuid?.() === 0)("a folder that cannot be read is said", async () => {
    const root = makeTree({ "shut/a.py": "" });
    chmodSync(join(root, "shut"), 0);
    const found = await passed(root);
    chmodSync(join(root, "shut"), 0o755);
    expect(found).toEqual({ "shut/": "unreadable" });
  });

  test("a deep tree does not exhaust the stack", async () => {
    const deep = "d/".repeat(400);
    const root = makeTree({ [`${deep}a.py`]: "" });
    expect(await paths(root)).toEqual([`${deep}a.py`]);
  });
});
