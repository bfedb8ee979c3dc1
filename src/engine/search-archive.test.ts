import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { letters } from "../checks/secret/samples.ts";
import type { Run } from "../core/index.ts";
import { listTar } from "../formats/tar/list.ts";
import { bytesOf } from "../formats/bytes/source.ts";
import { walkZip } from "../formats/zip/walk.ts";
import { tarOf, zipOf } from "../testing/archives.ts";
import { scanTree } from "../testing/scan-tree.ts";

const secret = `hf_${letters("archive", 34)}`;
const text = `a = 1\ntoken = "${secret}"\n`;
const weights = Buffer.from([0x80, 2, 0, 1, 2, 3, 0, 0]);

function scanFiles(files: Readonly<Record<string, string | Buffer>>, limits = {}): Promise<Run> {
  return scanTree(files, { toolbox: undefined, limits });
}

function places(run: Run): readonly string[] {
  return run.findings
    .filter(({ check }) => check === "secret-ai-key")
    .map(({ location: { path, line } }) => `${path}:${line}`);
}

test.each([
  ["m.zip", zipOf({ "in/a.py": text }), "m.zip!in/a.py:2"],
  ["m-1.0-py3-none-any.whl", zipOf({ "m/b.txt": text }), "m-1.0-py3-none-any.whl!m/b.txt:2"],
  ["model.pt", zipOf({ "a/data.pkl": weights, "a/notes.md": text }), "model.pt!a/notes.md:2"],
  ["m.tar", tarOf({ "in/a.yaml": text }), "m.tar!in/a.yaml:2"],
  ["m.tar.gz", gzipSync(tarOf({ ".env": text })), "m.tar.gz!m.tar!.env:2"],
  ["m.tgz", gzipSync(tarOf({ ".env": text })), "m.tgz!m.tar!.env:2"],
  ["log.txt.gz", gzipSync(text), "log.txt.gz!log.txt:2"],
  ["m.zip", zipOf({ "a.zip": zipOf({ "b.txt": text }) }), "m.zip!a.zip!b.txt:2"],
])("finds a secret in a member of %s", async (name, bytes, place) => {
  const run = await scanFiles({ [name]: bytes });
  expect(places(run)).toEqual([place]);
  expect(JSON.stringify(run)).not.toContain(secret);
  expect(run.coverage.assets[0]).toMatchObject({ path: name, status: "checked" });
});

test("an archive without texts is not called checked", async () => {
  const run = await scanFiles({ "model.pt": zipOf({ "a/data.pkl": weights }) });
  expect(run.coverage.assets[0]).toMatchObject({ status: "skipped", reason: "no-check" });
});

test("says which limit was hit", async () => {
  let nested: Buffer = Buffer.from(text);
  for (let depth = 0; depth < 6; depth++) nested = zipOf({ "a.zip": nested });
  const bomb = gzipSync(Buffer.alloc(3_000_000, "a"));
  const run = await scanFiles(
    {
      "deep.zip": nested,
      "bomb.gz": bomb,
      "much.zip": zipOf({
        "a.txt": "a".repeat(900_000),
        "b.txt": "b".repeat(900_000),
        "c.txt": text,
      }),
    },
    { maxUnpackedBytes: 1_000_000 },
  );
  const reasons = Object.fromEntries(
    run.coverage.assets.map(({ path, reason, detail }) => [path, `${reason}: ${detail}`]),
  );
  expect(reasons["deep.zip"]).toContain("archives in archives");
  expect(reasons["bomb.gz"]).toContain("cannot be unpacked");
  expect(reasons["much.zip"]).toMatch(/^limit: .*(?:cannot be unpacked|bytes unpacked)/);
});

test("the lists of members are total", () => {
  const zip = zipOf({ "a.txt": text, "b.txt": text });
  const tar = tarOf({ "a.txt": text, "b.txt": text });
  const change = fc.tuple(fc.nat(), fc.nat(255));
  fc.assert(
    fc.property(
      fc.constantFrom(zip, tar),
      fc.array(change, { maxLength: 8 }),
      fc.nat(),
      (seed, changes, cut) => {
        const bytes = Buffer.from(seed);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const source = bytesOf(
          bytes.subarray(0, cut % 7 === 0 ? cut % bytes.length : bytes.length),
        );
        for (const list of [walkZip, listTar])
          for (const { read } of list(source).members) read(1_000);
      },
    ),
  );
});

test("a text that is too large for the parsers is searched piece by piece", async () => {
  const row = `${JSON.stringify({ text: "lorem ipsum dolor sit amet", id: 17 })}\n`;
  const many = row.repeat(Math.ceil(9_000_000 / row.length));
  const run = await scanFiles({
    "data.jsonl": `${many}${text}${many}`,
    "big.json": `[\n${many}"${secret}"]`,
  });
  const lines = many.split("\n").length - 1;
  expect(places(run)).toEqual([`big.json:${lines + 2}`, `data.jsonl:${lines + 2}`]);
  expect(run.coverage.assets).toMatchObject([
    { path: "big.json", status: "skipped", reason: "too-large" },
    { path: "data.jsonl", status: "checked" },
  ]);
});
