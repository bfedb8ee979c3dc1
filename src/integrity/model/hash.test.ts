import { createHash } from "node:crypto";
import { appendFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testFolder } from "../testing/models.ts";
import { hashAll } from "./hash-all.ts";
import { hashRange, openHasher } from "./hash-range.ts";
import { listModel } from "./list.ts";
import { manifestOf, rangesOf, rootDigest } from "./manifest.ts";

function fileOf(bytes: Buffer): ReturnType<typeof listModel>["files"][number] {
  const file = join(testFolder(), "weights.bin");
  writeFileSync(file, bytes);
  return listModel(file).files[0]!;
}
const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

test("a range is hashed as it stands, however large", () => {
  const bytes = Buffer.alloc(2_000_003, "pavise");
  const { file, stamp } = fileOf(bytes);
  const hash = (start: number, end: number): unknown =>
    hashRange({ file, stamp, start, end }, { types: ["sha256"] });
  expect(hash(0, bytes.length)).toEqual({ sha256: sha256(bytes) });
  expect(hash(524_287, 1_048_577)).toEqual({
    sha256: sha256(bytes.subarray(524_287, 1_048_577)),
  });
  expect(hash(7, 7)).toEqual({ sha256: sha256(Buffer.alloc(0)) });
});

test.each([
  ["grows", (file: string) => appendFileSync(file, "x")],
  ["is written anew", (file: string) => writeFileSync(file, "other bytes")],
  [
    "is exchanged for another",
    (file: string) => {
      renameSync(file, `${file}.old`);
      writeFileSync(file, "0123456789");
    },
  ],
])("a file that %s after it was listed has no digest", (_, change) => {
  const { file, stamp } = fileOf(Buffer.from("0123456789"));
  change(file);
  expect(hashRange({ file, stamp, start: 0, end: 10 }, { types: ["sha256"] })).toMatchObject({
    kind: "changed",
  });
});

test("a file that changes while it is read has no digest", () => {
  const { file, stamp } = fileOf(Buffer.alloc(3_000_000));
  const onBytes = (): void => appendFileSync(file, "x");
  expect(
    hashRange({ file, stamp, start: 0, end: 3_000_000 }, { types: ["sha256"], onBytes }),
  ).toMatchObject({ kind: "changed" });
});

test("a file that is gone is told", () => {
  const { file, stamp } = fileOf(Buffer.from("x"));
  rmSync(file);
  expect(hashRange({ file, stamp, start: 0, end: 1 }, { types: ["sha256"] })).toMatchObject({
    kind: "unreadable",
  });
});

test("every function gives its published digest of nothing and of abc", () => {
  const digest = (type: "sha256" | "blake2b" | "blake3", text: string): string => {
    const hasher = openHasher(type);
    hasher.update(Buffer.from(text));
    return hasher.digest("hex");
  };
  // FIPS 180-4, RFC 7693, and the BLAKE3 paper.
  expect(digest("sha256", "abc")).toMatch(/^ba7816bf8f01cfea/);
  expect(digest("blake2b", "abc")).toMatch(/^ba80a53f981c4d0d6a2797b69f12f6e9/);
  expect(digest("blake3", "")).toMatch(/^af1349b9f5f9a1a6a0404dea36dcc949/);
  expect(digest("blake3", "abc")).toMatch(/^6437b3ac38465133ffb63b75273a8db5/);
});

test("threads give what one gives, and tell how far they are", async () => {
  const bytes = Buffer.alloc(60 * 1024 * 1024, 3);
  const one = fileOf(bytes);
  const ranges = rangesOf(one, { method: "shards", shardSize: 20 * 1024 * 1024 });
  let last = 0;
  const onProgress = ({ done, total }: { done: number; total: number }): void => {
    last = done / total;
  };
  const threads = await hashAll(ranges, { type: "sha256", jobs: 2, onProgress });
  expect(threads).toEqual(await hashAll(ranges, { type: "sha256", jobs: 1 }));
  expect(threads[0]).toBe(sha256(bytes.subarray(0, 20 * 1024 * 1024)));
  expect(last).toBe(1);
});

test("an interrupt ends it", async () => {
  const signal = AbortSignal.abort();
  const ranges = rangesOf(fileOf(Buffer.from("x")), { method: "files" });
  await expect(hashAll(ranges, { type: "sha256", signal })).rejects.toThrow(/stopped/);
});

test("the digest of the whole is that over the digests of the parts", async () => {
  const file = fileOf(Buffer.from("abcdefgh"));
  const { resources, bytes } = await manifestOf(
    { files: [file] },
    { method: "shards", shardSize: 3, hashType: "sha256", allowSymlinks: false },
  );
  expect(resources.map(({ name }) => name)).toEqual([
    "weights.bin:0:3",
    "weights.bin:3:6",
    "weights.bin:6:8",
  ]);
  expect(bytes).toBe(8);
  const parts = ["abc", "def", "gh"].map((part) => createHash("sha256").update(part).digest());
  expect(rootDigest(resources)).toBe(sha256(Buffer.concat(parts)));
});
