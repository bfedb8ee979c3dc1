import { createHash } from "node:crypto";
import { join } from "node:path";
import { truncateSync, utimesSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makeTree } from "../../testing/tree.ts";
import { hashAll, type SharedDigests } from "./hash-all.ts";
import type { DigestType } from "./hash-range.ts";
import { listModel } from "./list.ts";

const MiB = 1024 * 1024;

function rangesIn(root: string) {
  return listModel(root).files.map(({ file, stamp, size }) => ({
    file,
    stamp,
    start: 0,
    end: size,
  }));
}

function sharedFor(root: string, types: readonly DigestType[]): SharedDigests {
  const files = listModel(root).files.map(({ file }) => file);
  return { wanted: new Map(files.map((file) => [file, types])), known: new Map() };
}

describe("several functions in one pass", () => {
  const gitBlob = (type: string, text: Buffer) =>
    createHash(type).update(`blob ${text.length}\0`).update(text).digest("hex");

  test.each([
    ["in this thread", 100_000],
    ["in threads", 30 * MiB],
  ])("%s", async (_, size) => {
    const [a, b] = [Buffer.alloc(size, "ab"), Buffer.alloc(size + 1, "c")];
    const root = makeTree({ a, b });
    const types: readonly DigestType[] = [
      "md5",
      "sha1",
      "git-sha1",
      "git-sha256",
      "sha512",
      "sha384",
    ];
    const shared = sharedFor(root, types);
    const digests = await hashAll(rangesIn(root), { type: "sha256", jobs: 2, shared });
    const hex = (type: string, bytes: Buffer) => createHash(type).update(bytes).digest("hex");
    expect(digests).toEqual([hex("sha256", a), hex("sha256", b)]);
    expect(shared.known.get(join(root, "b"))?.digests).toEqual({
      sha256: hex("sha256", b),
      md5: hex("md5", b),
      sha1: hex("sha1", b),
      sha384: hex("sha384", b),
      sha512: hex("sha512", b),
      "git-sha1": gitBlob("sha1", b),
      "git-sha256": gitBlob("sha256", b),
    });
  });

  test("what is known is not read again; what is not asked of the whole is", async () => {
    const root = makeTree({ a: "one", b: "two" });
    const shared = sharedFor(root, ["md5"]);
    const ranges = rangesIn(root);
    let read = 0;
    const onProgress = ({ total }: { readonly total: number }): void => void (read += total);
    await hashAll(ranges, { type: "sha256", shared, onProgress });
    await hashAll(ranges, { type: "md5", shared, onProgress });
    await hashAll(ranges, { type: "sha256", shared, onProgress });
    expect(read).toBe(6);
    const part = { ...ranges[0]!, end: 1 };
    const [digest] = await hashAll([part], { type: "sha256", shared, onProgress });
    expect([digest, read]).toEqual([createHash("sha256").update("o").digest("hex"), 7]);
  });

  test("a file that became another one between two looks has no digest", async () => {
    const root = makeTree({ a: "one" });
    const shared = sharedFor(root, []);
    await hashAll(rangesIn(root), { type: "sha256", shared });
    writeFileSync(join(root, "a"), "eno");
    utimesSync(join(root, "a"), 1, 1);
    expect(await hashAll(rangesIn(root), { type: "sha256", shared })).toEqual([
      { kind: "changed", message: "it changed between two looks" },
    ]);
  });
});

test("an interrupt is heard within a file, and progress is told on the way", async () => {
  const root = makeTree({ a: Buffer.alloc(1) });
  truncateSync(join(root, "a"), 8192 * MiB);
  const stop = new AbortController();
  const told: number[] = [];
  const onProgress = ({ done }: { readonly done: number }): void => {
    told.push(done);
    stop.abort();
  };
  const hashed = hashAll(rangesIn(root), { type: "sha256", signal: stop.signal, onProgress });
  await expect(hashed).rejects.toMatchObject({ code: "interrupted" });
  expect(told).toHaveLength(1);
  expect(told[0]).toBeLessThan(8192 * MiB);
});
