import { createHash } from "node:crypto";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeTree } from "../../testing/tree.ts";
import { against, linesOf } from "../testing/against.ts";
import { pointerIn } from "./lfs.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const pointer = (text: string): string =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256(text)}\nsize ${text.length}\n`;
const weights = "w".repeat(5000);

function git(folder: string, ...args: readonly string[]): string {
  const own = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgSign=false"];
  return execFileSync("git", [...own, "-C", folder, ...args], { encoding: "utf8" }).trim();
}

/** A repository with what is given committed. */
function repository(files: Readonly<Record<string, string>>, ...init: readonly string[]): string {
  const root = makeTree(files);
  git(root, "init", "-q", ...init);
  git(root, "add", "-A", "-f");
  git(root, "commit", "-q", "-m", "x");
  return root;
}

describe("a repository", () => {
  const committed = { "w.bin": pointer(weights), "config.json": "{}", "sub/a.txt": "a" };
  const pulled = { "w.bin": weights, "config.json": "{}", "sub/a.txt": "a" };

  test("pointers by SHA-256, other files by their objects", async () => {
    const root = repository(committed);
    const verification = await against(makeTree(pulled), `lfs:${root}@HEAD`);
    expect(verification.outcome).toBe("verified");
    expect(linesOf(verification)).toEqual([
      expect.stringMatching(/^weak-evidence .*for `config.json`, `sub\/a.txt`$/),
    ]);
    const bad = await against(
      makeTree({ ...pulled, "w.bin": `${weights.slice(1)}!`, "x.py": "" }),
      `lfs:${root}`,
    );
    expect(linesOf(bad).slice(0, 2)).toEqual([
      expect.stringContaining(`on record is ${sha256(weights)}`),
      expect.stringContaining("differs x.py: it is not on record"),
    ]);
  });

  test("where SHA-256 names objects they are strong", async () => {
    const root = repository(committed, "--object-format=sha256");
    const verification = await against(makeTree(pulled), `lfs:${root}`);
    expect([verification.outcome, verification.facts]).toEqual(["verified", []]);
  });

  test("a folder of its working tree, and a file; an older revision", async () => {
    const root = repository({ "models/m/w.bin": pointer(weights), "other/x": "x" });
    git(root, "tag", "v1");
    writeFileSync(join(root, "models/m/w.bin"), weights);
    const model = join(root, "models/m");
    expect((await against(model, `lfs:${root}`)).outcome).toBe("verified");
    expect((await against(join(model, "w.bin"), `lfs:${root}`)).outcome).toBe("verified");
    writeFileSync(join(root, "models/m/w.bin"), pointer("other"));
    git(root, "commit", "-aqm", "y");
    writeFileSync(join(root, "models/m/w.bin"), weights);
    expect((await against(model, `lfs:${root}`)).outcome).toBe("tampered");
    expect((await against(model, `lfs:${root}@v1`)).outcome).toBe("verified");
  });

  test("what was not pulled is a difference", async () => {
    const root = repository(committed);
    const verification = await against(root, `lfs:${root}`);
    expect(linesOf(verification)).toContainEqual(
      expect.stringMatching(/^differs w.bin: it has \d+ bytes, on record .* are 5000$/),
    );
  });

  test("links and names that are strange", async () => {
    const root = makeTree({ 'a\tb"\n': "x", b: "y" });
    symlinkSync("b", join(root, "link"));
    git(root, "init", "-q");
    git(root, "add", "-A");
    git(root, "commit", "-qm", "x");
    const verification = await against(root, `lfs:${root}`);
    expect(linesOf(verification).filter((line) => !line.startsWith("weak"))).toEqual([
      expect.stringContaining("no-evidence link: "),
    ]);
  });

  test("nothing that the repository configures is run", async () => {
    const root = repository({ ...committed, ".gitattributes": "* filter=evil diff=evil\n" });
    const mark = join(root, "..", `${root.split("/").at(-1)}.ran`);
    const run = `touch ${mark}`;
    for (const key of [
      "filter.evil.smudge",
      "filter.evil.clean",
      "diff.evil.textconv",
      "core.fsmonitor",
      "core.pager",
      "core.sshCommand",
    ])
      git(root, "config", key, run);
    mkdirSync(join(root, ".git/hooks"), { recursive: true });
    writeFileSync(join(root, ".git/hooks/post-checkout"), `#!/bin/sh\n${run}\n`, { mode: 0o755 });
    rmSync(mark, { force: true });
    await against(makeTree(pulled), `lfs:${root}`);
    expect(existsSync(mark)).toBe(false);
  });

  test.each(["@--output=x", "@nothing", "@HEAD:w.bin"])("%s is no revision", async (revision) => {
    const root = repository(committed);
    await expect(against(makeTree(pulled), `lfs:${root}${revision}`)).rejects.toMatchObject({
      code: "record-invalid",
    });
  });

  test("a folder that is none, and one without a repository", async () => {
    const ask = async (record: string) => against(makeTree(pulled), record);
    await expect(ask("lfs:/nonexistent@HEAD")).rejects.toMatchObject({ code: "usage" });
    await expect(ask(`lfs:${makeTree()}`)).rejects.toMatchObject({ code: "record-invalid" });
  });
});

const hasLfs = spawnSync("git", ["lfs", "version"]).status === 0;

test.skipIf(!hasLfs)(
  "what Git LFS itself commits (skipped where there is no git-lfs)",
  async () => {
    const root = makeTree({
      ".gitattributes": "*.bin filter=lfs diff=lfs merge=lfs -text\n",
      "w.bin": weights,
    });
    git(root, "init", "-q");
    for (const key of ["clean", "smudge"])
      git(root, "config", `filter.lfs.${key}`, `git-lfs ${key} -- %f`);
    git(root, "add", "-A");
    git(root, "commit", "-qm", "x");
    expect(pointerIn(Buffer.from(git(root, "show", "HEAD:w.bin") + "\n"))?.digest).toBe(
      sha256(weights),
    );
    expect((await against(makeTree({ "w.bin": weights }), `lfs:${root}`)).outcome).toBe("verified");
  },
);

describe("a pointer for one file", () => {
  test("agrees or not", async () => {
    const file = join(makeTree({ pointer: pointer(weights), "w.bin": weights }), "w.bin");
    const record = `lfs:${join(dirname(file), "pointer")}`;
    expect((await against(file, record)).outcome).toBe("verified");
    writeFileSync(file, "x");
    expect((await against(file, record)).outcome).toBe("tampered");
  });

  test.each([
    "",
    "x",
    pointer("a").replace("sha256", "md5"),
    pointer("a").replace("size", "sice"),
    `${pointer("a")}${"x 1\n".repeat(300)}`,
  ])("what is none (%#)", async (text) => {
    const root = makeTree({ pointer: text, "w.bin": weights });
    await expect(against(join(root, "w.bin"), `lfs:${root}/pointer`)).rejects.toThrow(
      /no pointer|larger/,
    );
  });

  test("with extensions", () => {
    const text = pointer("a").replace("oid", "ext-0-foo sha256:aa\noid");
    expect(pointerIn(Buffer.from(text))?.digest).toBe(sha256("a"));
  });
});
