import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { bytesOf } from "../bytes/source.ts";
import { buildTorch, buildZip, type Entry, type Frame } from "./testing/build.ts";
import { checkMember, walkZip, type ZipProblemKind, type ZipWalk } from "./walk.ts";

/** A walk, and what unpacking all small members adds. */
function walk(bytes: Buffer): ZipWalk {
  const { members, problems } = walkZip(bytesOf(bytes));
  return { members, problems: [...problems, ...members.flatMap((each) => checkMember(each, 1e6))] };
}

function kindsOf(bytes: Buffer): readonly ZipProblemKind[] {
  return [...new Set(walk(bytes).problems.map(({ kind }) => kind))].toSorted();
}

const text = "pickle ".repeat(50);

describe("sound files have no problems", () => {
  const files: Readonly<Record<string, Buffer>> = {
    stored: buildZip([{ name: "a", data: text }]),
    deflated: buildZip([{ name: "a", data: text, method: 8 }]),
    Zstandard: buildZip([{ name: "a", data: text, method: 93 }]),
    streamed: buildZip([
      { name: "a", data: text, method: 8, isStreamed: true },
      { name: "b", data: text, isStreamed: true },
    ]),
    "of 64 bits": buildZip([{ name: "a", data: text, isWide: true }, { name: "b" }], {
      isWide: true,
    }),
    "streamed with 64 bits": buildZip([{ name: "a", data: text, isWide: true, isStreamed: true }]),
    empty: buildZip([]),
    "with folders": buildZip([
      { name: "f/" },
      { name: "g/", method: 8 },
      { name: "f/a", data: "1" },
    ]),
    "with a comment": buildZip([{ name: "a" }], { comment: Buffer.from("of the archive") }),
    "with a longest comment": buildZip([{ name: "a" }], { comment: Buffer.alloc(0xffff, "c") }),
    "with names of all kinds": buildZip([
      { name: "ü😀", flags: 0x800 },
      { name: "ü-unmarked" },
      { name: Buffer.from([0x81, 0x2e, 0x61]) },
      { name: "a b..c/...d" },
    ]),
    "in a file": buildZip([{ name: "inner.zip", data: buildZip([{ name: "a" }]) }, { name: "b" }]),
    "of PyTorch": buildTorch({
      "data.pkl": text,
      byteorder: "little",
      "data/0": Buffer.alloc(1000, 1),
      "data/1": Buffer.alloc(7),
      version: "3\n",
    }),
    "of NumPy, with names that differ by case": buildZip([
      { name: "a.npy", data: "1" },
      { name: "A.npy", data: "2" },
    ]),
    "of many members": buildZip(
      Array.from({ length: 3000 }, (_, index) => ({ name: `m${index}` })),
    ),
  };
  test.each(Object.entries(files))("%s", (_, bytes) => {
    expect(walk(bytes).problems).toEqual([]);
    for (const member of walk(bytes).members) expect(member.from).toBe("both");
  });
});

test("members are as they were packed", () => {
  const { members } = walk(
    buildZip([
      { name: "stored", data: text },
      { name: "packed", data: text, method: 8, isStreamed: true },
      { name: "zstd", data: text, method: 93 },
      { name: "folder/" },
    ]),
  );
  expect(members.map(({ name, isFolder }) => [name, isFolder])).toEqual([
    ["stored", false],
    ["packed", false],
    ["zstd", false],
    ["folder/", true],
  ]);
  for (const { isFolder, size, read, source, method } of members) {
    expect(size).toBe(isFolder ? 0 : text.length);
    expect(read(1e6)?.toString()).toBe(isFolder ? "" : text);
    expect(read(10)?.toString()).toBe(isFolder ? "" : text.slice(0, 10));
    const window = source();
    expect(window === undefined).toBe(method !== 0);
    expect(window?.size ?? size).toBe(size);
  }
  const window = members[0]!.source()!;
  expect(window.read(7, 6).toString()).toBe("pickle");
  expect(window.read(text.length - 3, 100).toString()).toBe("le ");
  expect(window.read(text.length, 1).length + window.read(-1, 1).length).toBe(0);
});

test("data of PyTorch begin at multiples of 64 bytes", () => {
  const { members } = walk(buildTorch({ "data.pkl": text, "data/0": "weights" }));
  expect(members.map(({ at }) => at % 64)).toEqual([0, 0]);
  expect(members.map(({ name }) => name)).toEqual(["archive/data.pkl", "archive/data/0"]);
});

test("names without a flag are UTF-8, or of code page 437", () => {
  const { members } = walk(buildZip([{ name: "ü" }, { name: Buffer.from([0x81, 0xe1]) }]));
  expect(members.map(({ name }) => name)).toEqual(["ü", "üß"]);
});

describe("what is wrong has a name", () => {
  const one: Entry = { name: "a", data: text };
  const cases: readonly (readonly [string, readonly Entry[], Frame, readonly ZipProblemKind[]])[] =
    [
      ["size", [{ ...one, local: { size: 1 } }], {}, ["size-differs"]],
      ["packed size", [{ ...one, method: 8, local: { packed: 1 } }], {}, ["size-differs"]],
      ["stored in fewer bytes", [{ ...one, central: { packed: 9 } }], {}, ["size-differs"]],
      ["checksum of one header", [{ ...one, local: { crc: 1 } }], {}, ["crc-differs"]],
      ["method", [{ ...one, local: { method: 8 } }], {}, ["method-differs"]],
      ["flags", [{ ...one, local: { flags: 0x800 } }], {}, ["flags-differ"]],
      ["no local header", [{ ...one, only: "central" }], {}, ["only-central"]],
      ["not in the directory", [one, { name: "b", only: "local" }], {}, ["only-local"]],
      ["two of a name", [one, one], {}, ["duplicate-name"]],
      ["an absolute name", [{ name: "/etc/passwd" }], {}, ["path-escapes"]],
      ["a name that leads out", [{ name: "a/../../b" }], {}, ["path-escapes"]],
      ["a backslash", [{ name: "a\\b" }], {}, ["path-escapes"]],
      ["a drive", [{ name: "C:a" }], {}, ["path-escapes"]],
      ["a link", [{ ...one, attributes: 0o120777 * 0x10000 }], {}, ["link"]],
      ["data in a folder", [{ ...one, name: "a/" }], {}, ["folder-with-data"]],
      ["bytes before", [one], { before: Buffer.from("#!/bin/sh\n") }, ["prepended"]],
      ["counted bytes before", [one], { before: Buffer.from("x"), isCounted: true }, ["prepended"]],
      ["bytes after", [one], { after: Buffer.from("more") }, ["appended"]],
      ["a comment that is cut", [one], { commentLength: 9 }, ["truncated"]],
      ["another count", [one], { end: { count: 2 } }, ["counts-differ"]],
      ["a part of several", [one], { end: { countHere: 2 } }, ["several-parts"]],
      [
        "a 64-bit end that differs",
        [one],
        { isWide: true, end: { count: 7 } },
        ["directories-differ"],
      ],
      ["no end record", [one], { hasNoEnd: true }, ["no-directory", "only-local"]],
      [
        "a comment that ends it again",
        [one],
        { comment: Buffer.from("PK\x05\x06") },
        ["several-ends"],
      ],
    ];
  test.each(cases)("%s", (_, entries, frame, kinds) => {
    expect(kindsOf(buildZip(entries, frame))).toEqual(kinds);
  });

  test("no archive at all", () => {
    expect(kindsOf(Buffer.alloc(0))).toEqual(["no-directory"]);
    expect(kindsOf(Buffer.alloc(5000, "text"))).toEqual(["no-directory"]);
  });

  test("cut in its directory", () => {
    const bytes = buildZip([one, { name: "b" }]);
    expect(kindsOf(bytes.subarray(0, -30))).toEqual(["no-directory", "only-local"]);
  });

  test("data that end after the file", () => {
    expect(kindsOf(buildZip([{ ...one, method: 8, central: { packed: 5000 } }]))).toEqual([
      "overlap",
      "size-differs",
      "truncated",
    ]);
  });

  test("data that are broken, of which the sound part is read", () => {
    const data = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * index) % 251));
    const packed = deflateRawSync(data);
    const bytes = buildZip([{ name: "a", data, method: 8 }]);
    const at = bytes.indexOf(packed) + 200;
    bytes.fill(0xff, at, at + 40);
    const { members, problems } = walk(bytes);
    expect(problems.map(({ kind }) => kind)).toEqual(["size-differs"]);
    const part = members[0]!.read(1e6)!;
    expect(part.length).toBeGreaterThan(20);
    expect(part.subarray(0, 20)).toEqual(data.subarray(0, 20));
  });

  test("methods that Node cannot unpack", () => {
    const { members, problems } = walk(buildZip([{ ...one, method: 12 }]));
    expect(problems.map(({ kind }) => kind)).toEqual(["unreadable"]);
    expect(members[0]!.read(10)).toBeUndefined();
    expect(members[0]!.source()).toBeUndefined();
  });
});
