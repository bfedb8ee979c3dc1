import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeTree } from "../../testing/tree.ts";
import { against, linesOf } from "../testing/against.ts";

const hash = (type: string, text: string): string => createHash(type).update(text).digest("hex");
const files = { "train.csv": "a,b\n1,2\n", "images/a b.zip": "PK" };

function croissant(distribution: readonly object[]): string {
  return JSON.stringify({
    "@context": { "@vocab": "https://schema.org/", cr: "http://mlcommons.org/croissant/" },
    "@type": "sc:Dataset",
    conformsTo: "http://mlcommons.org/croissant/1.1",
    name: "d",
    distribution,
  });
}
const object = (more: object) => ({ "@type": "cr:FileObject", "@id": "x", ...more });

async function said(
  distribution: readonly object[],
  content: Readonly<Record<string, string>> = files,
) {
  const data = makeTree({ ...content, "croissant.json": croissant(distribution) });
  const verification = await against(data, join(data, "croissant.json"));
  return [
    verification.outcome,
    linesOf(verification).map((line) => line.replaceAll(`${data}/`, "")),
  ];
}

const good = [
  object({ contentUrl: "train.csv", sha256: hash("sha256", files["train.csv"]) }),
  object({
    "@type": ["cr:FileObject"],
    contentUrl: "./images/a b.zip",
    "sc:sha256": hash("sha256", "PK").toUpperCase(),
  }),
  { "@type": "cr:FileSet", containedIn: { "@id": "x" }, includes: "*.png" },
];

test("files of a data set agree, and what is not there need not be", async () => {
  expect(await said(good)).toEqual(["verified", []]);
  const more = object({ contentUrl: "test.csv", sha256: hash("sha256", "x") });
  expect(await said([...good, more])).toEqual(["verified", []]);
});

test("a file that differs, and one that is on no record", async () => {
  const changed = { ...files, "train.csv": "a,b\n1,3\n", "new.csv": "" };
  expect(await said(good, changed)).toEqual([
    "tampered",
    [
      `differs train.csv: its sha256 is ${hash("sha256", changed["train.csv"])}, on record is ${hash("sha256", files["train.csv"])} (croissant.json)`,
      "no-evidence new.csv: it is on no record",
    ],
  ]);
});

test("files that are named by an address have its last part for a name", async () => {
  const url = "https://example.com/data/train.csv?download=1";
  const record = [object({ contentUrl: url, sha256: hash("sha256", files["train.csv"]) })];
  expect(await said(record, { "train.csv": files["train.csv"] })).toEqual(["verified", []]);
});

test("MD5 is weak", async () => {
  const record = [object({ contentUrl: "train.csv", md5: hash("md5", files["train.csv"]) })];
  expect(await said(record, { "train.csv": files["train.csv"] })).toEqual([
    "missing-evidence",
    [expect.stringContaining("only MD5 or SHA-1 is on record (croissant.json) for `train.csv`")],
  ]);
});

test("what the Hub writes in place of a digest is none", async () => {
  const placeholder = "https://github.com/mlcommons/croissant/issues/80";
  const record = [
    object({
      contentUrl: "git+https://huggingface.co/datasets/a/b",
      name: "repo",
      sha256: placeholder,
    }),
  ];
  expect((await said(record))[0]).toBe("missing-evidence");
});

test.each(["{", "[]", '{"distribution": []}', '{"a":1,"a":2}'])(
  "%s is no Croissant",
  async (text) => {
    const data = makeTree({ ...files, "c.json": text });
    await expect(against(data, `croissant:${data}/c.json`)).rejects.toMatchObject({
      code: "record-invalid",
    });
  },
);
