import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeTree } from "../../testing/tree.ts";
import { against, linesOf } from "../testing/against.ts";

const md5 = (text: string | Buffer): string => createHash("md5").update(text).digest("hex");

// Made by DVC 3.67.1: `dvc add model`.
const model = {
  "model/w.bin": "weights\0\u0001\u0002",
  "model/sub/t.txt": "a\r\nb\r\n",
  "model/ünï.json": "é",
};
const folder = "15edba95c8e29a310472f447821057ae";
const pointer = `outs:\n- md5: ${folder}.dir\n  size: 18\n  nfiles: 3\n  hash: md5\n  path: model\n`;
const listing =
  '[{"md5": "59b0d7772f0561efb95518f3cb8abc60", "relpath": "sub/t.txt"}, {"md5": "cb954075910f7c120098c2ff7f321d51", "relpath": "w.bin"}, {"md5": "66ddcd97cfdeabb2f6fb8a999b4bc76f", "relpath": "\\u00fcn\\u00ef.json"}]';
const cached = `.dvc/cache/files/md5/${folder.slice(0, 2)}/${folder.slice(2)}.dir`;

async function said(files: Readonly<Record<string, string | Buffer>>, place = "model") {
  const root = makeTree(files);
  const name = "model.dvc" in files ? "model.dvc" : "dvc.lock";
  const verification = await against(join(root, place), `dvc:${join(root, name)}`);
  const lines = linesOf(verification).map((line) => line.replaceAll(`${root}/`, ""));
  return [verification.outcome, lines];
}

const weak = (names: string) => [
  "missing-evidence",
  [`weak-evidence model: only MD5 or SHA-1 is on record (model.dvc) for ${names}`],
];

describe("a folder", () => {
  const all = "`sub/t.txt`, `w.bin`, `ünï.json`";

  test("with the list of its files in the cache of DVC 3 and of DVC 2", async () => {
    expect(await said({ ...model, "model.dvc": pointer, [cached]: listing })).toEqual(weak(all));
    const old = cached.replace("files/md5/", "");
    expect(await said({ ...model, "model.dvc": pointer, [old]: listing })).toEqual(weak(all));
  });

  test("without the list the total is made from the files", async () => {
    expect(await said({ ...model, "model.dvc": pointer })).toEqual(weak(all));
  });

  test("what differs is named where the list is there", async () => {
    const changed = { ...model, "model/w.bin": "weights", "model/new.py": "" };
    expect(await said({ ...changed, "model.dvc": pointer, [cached]: listing })).toEqual([
      "tampered",
      [
        `differs w.bin: its md5 is ${md5("weights")}, on record is cb954075910f7c120098c2ff7f321d51 (model.dvc)`,
        "differs new.py: it is not on record (model.dvc)",
        expect.stringContaining("weak-evidence"),
      ],
    ]);
    expect(await said({ ...changed, "model.dvc": pointer })).toEqual([
      "tampered",
      [
        expect.stringMatching(
          /^differs model: the sum over its 4 files is .*which file it is cannot be said/,
        ),
      ],
    ]);
  });

  test("a list that was changed is not taken", async () => {
    const forged = listing.replace("cb954075910f7c120098c2ff7f321d51", md5("weights"));
    const files = { ...model, "model/w.bin": "weights", "model.dvc": pointer, [cached]: forged };
    expect((await said(files))[0]).toBe("tampered");
  });

  test("a folder within, and a file within", async () => {
    const files = { ...model, "model.dvc": pointer, [cached]: listing };
    expect((await said(files, "model/sub"))[1]).toEqual([expect.stringContaining("for `t.txt`")]);
    expect((await said(files, "model/w.bin"))[1]).toEqual([expect.stringContaining("for `w.bin`")]);
    const changed = { ...files, "model/w.bin": "weights" };
    expect((await said(changed, "model/w.bin"))[0]).toBe("tampered");
  });
});

describe("files", () => {
  test("of a stage, with the size told first", async () => {
    const lock = (text: string, size: number) =>
      `schema: '2.0'\nstages:\n  train:\n    cmd: x\n    deps:\n    - path: d\n      md5: ${md5("d")}\n    outs:\n    - path: model/w.bin\n      hash: md5\n      md5: ${md5(text)}\n      size: ${size}\n`;
    const files = { "model/w.bin": "abc" };
    expect((await said({ ...files, "dvc.lock": lock("abc", 3) }))[0]).toBe("missing-evidence");
    expect((await said({ ...files, "dvc.lock": lock("abc", 4) }))[1]).toEqual([
      "differs w.bin: it has 3 bytes, on record (dvc.lock) are 4",
    ]);
    expect((await said({ ...files, "dvc.lock": lock("abd", 3) }))[0]).toBe("tampered");
  });

  // Digests by dvc-data 3.18 (`fobj_md5`, "md5-dos2unix").
  test.each([
    ["a text", "a\r\nb\r\n", "dd8c6a395b5dd36c56d23275028f526c"],
    ["a zero byte makes it none", "a\r\n\0", "45f547e477b625af2c2aa642fde04366"],
    [
      "so do many strange ones",
      Buffer.from([13, 10, ...Array<number>(10).fill(200)]),
      "878c1aa42713fc37b4e3dd01608d5569",
    ],
    [
      "and few do not",
      Buffer.from([13, 10, ...Buffer.from("abcdefghij"), ...Array<number>(5).fill(200)]),
      "3399c2bdc81b5637ed0bfce5bc729042",
    ],
    [
      "an end between two MiB stays",
      `${"x".repeat(2 ** 20 - 1)}\r\ny\r\n`,
      "e1825541a28894307881fc219afcc49f",
    ],
    ["lone returns stay", "a\rb\r\r\n", "7505e981cbc45f1d55327cb8f9e92390"],
    ["vertical tabs are strange", "\u000b\r\n\u000b\u000b", "38cb85d515cf4d2c5274f453782405f5"],
    ["an empty one", "", "d41d8cd98f00b204e9800998ecf8427e"],
  ])("before DVC 3 texts had the line ends of Unix: %s", async (_, content, digest) => {
    const old = `outs:\n- md5: ${digest}\n  size: 1\n  path: model\n`;
    const files = { model: content, "model.dvc": old };
    expect(await said(files)).toEqual(weak("`model`"));
    const isPlain = md5(content) === digest;
    const since3 = old.replace("  path", "  hash: md5\n  path").replace("  size: 1\n", "");
    expect((await said({ ...files, "model.dvc": since3 }))[0]).toBe(
      isPlain ? "missing-evidence" : "tampered",
    );
  });
});

describe("what is no record", () => {
  test("of this model", async () => {
    const others = `outs:\n- md5: ${md5("a")}\n  path: a\n- md5: ${md5("b")}\n  path: b\n`;
    expect(await said({ ...model, "model.dvc": others })).toEqual([
      "missing-evidence",
      ["no-evidence model: model.dvc has no MD5 of it; it speaks of a, b"],
    ]);
  });

  test("but only etags", async () => {
    const cloud = "outs:\n- etag: abc\n  path: model\n";
    expect((await said({ ...model, "model.dvc": cloud }))[0]).toBe("missing-evidence");
  });

  test.each(["{", "outs: 1\n", "a: &a [1]\nb: *a\nouts: []\n", "outs:\n- path: 1\n"])(
    "%j",
    async (text) => {
      await expect(said({ ...model, "model.dvc": text })).rejects.toMatchObject({
        code: "record-invalid",
      });
    },
  );
});
