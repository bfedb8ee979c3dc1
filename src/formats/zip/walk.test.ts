import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, type ByteSource } from "./bytes.ts";
import { buildTorch, buildZip, type Entry, type Frame } from "./testing/build.ts";
import { checkMember, walkZip, type ZipWalk } from "./walk.ts";

/** A walk, and what unpacking all small members adds. */
function walk(bytes: Buffer): ZipWalk {
  const { members, problems } = walkZip(bytesOf(bytes));
  return { members, problems: [...problems, ...members.flatMap((each) => checkMember(each, 1e6))] };
}

function kindsOf(bytes: Buffer): readonly string[] {
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
  const cases: readonly (readonly [string, readonly Entry[], Frame, readonly string[]])[] = [
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
    ["a part of several", [one], { end: { countHere: 2 } }, ["counts-differ"]],
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

describe("limits are told", () => {
  const many = buildZip(Array.from({ length: 50 }, (_, index) => ({ name: `../${index}` })));

  test("of members", () => {
    const { members, problems } = walkZip(bytesOf(many), { members: 10 });
    expect(members).toHaveLength(10);
    expect(problems.map(({ kind }) => kind)).toContain("limit");
  });

  test("of directories", () => {
    const { members, problems } = walkZip(bytesOf(many), { directoryBytes: 1000 });
    expect(members.filter(({ from }) => from === "both").length).toBeLessThan(50);
    expect(problems.map(({ kind }) => kind)).toContain("limit");
  });

  test("of problems, one kind by itself", () => {
    const { problems } = walkZip(bytesOf(many), { problemsOfAKind: 3 });
    expect(problems.map(({ kind }) => kind)).toEqual([
      "path-escapes",
      "path-escapes",
      "path-escapes",
      "limit",
    ]);
  });

  test("of bytes that are searched", () => {
    const bytes = Buffer.concat([Buffer.alloc(5000), buildZip([{ name: "a" }])]);
    const { problems } = walkZip(bytesOf(bytes), { searchedBytes: 100 });
    expect(problems.map(({ kind }) => kind)).toEqual(["limit", "prepended"]);
  });
});

test("a bomb unpacks to what is asked for", () => {
  const bytes = buildZip([{ name: "a", data: Buffer.alloc(200e6), method: 8 }]);
  const started = performance.now();
  const { members } = walkZip(bytesOf(bytes));
  expect(members[0]!.read(1000)).toEqual(Buffer.alloc(1000));
  expect(members[0]!.read(1e6)!.length).toBe(1e6);
  expect(performance.now() - started).toBeLessThan(2000);
});

/** A file of 20 GB that has bytes at its ends only, and counts what is read of it. */
function sparse(): { readonly source: ByteSource; readonly readBytes: () => number } {
  const hole = 20e9;
  const bytes = buildZip(
    [
      { name: "archive/data.pkl", data: text },
      {
        name: "archive/data/0",
        isWide: true,
        local: { size: hole, packed: hole },
        central: { size: hole, packed: hole },
      },
      { name: "archive/version", data: "3", isWide: true, central: { offset: 0 } },
    ],
    { isWide: true },
  );
  // The hole is after the second header; what follows it moves.
  const at = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 3, 4]));
  const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const offset = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 6, 6])) - 8;
  bytes.writeBigUInt64LE(BigInt(at + hole), offset);
  const end64 = offset + 8;
  bytes.writeBigUInt64LE(BigInt(directory + hole), end64 + 48);
  bytes.writeBigUInt64LE(BigInt(end64 + hole), end64 + 56 + 8);
  bytes.writeUInt32LE(0xffffffff, end64 + 76 + 16);
  const size = bytes.length + hole;
  let readBytes = 0;
  function read(from: number, length: number): Buffer {
    const end = Math.min(size, from + length);
    const answer = Buffer.alloc(Math.max(0, end - from));
    readBytes += answer.length;
    if (from < at) bytes.copy(answer, 0, from, Math.min(at, end));
    if (end > at + hole)
      bytes.copy(answer, Math.max(0, at + hole - from), Math.max(at, from - hole), end - hole);
    return answer;
  }
  return { source: { size, read }, readBytes: () => readBytes };
}

test("20 GB are walked by their headers", () => {
  const { source, readBytes } = sparse();
  const started = performance.now();
  const { members, problems } = walkZip(source);
  expect(performance.now() - started).toBeLessThan(300);
  expect(readBytes()).toBeLessThan(200_000);
  expect(problems).toEqual([]);
  expect(members.map(({ name, size }) => [name, size])).toEqual([
    ["archive/data.pkl", text.length],
    ["archive/data/0", 20e9],
    ["archive/version", 1],
  ]);
  expect(members[2]!.read(10)?.toString()).toBe("3");
  expect(members[1]!.source()?.read(19e9, 4)).toEqual(Buffer.alloc(4));
});

describe("properties", () => {
  const sound = buildZip(
    [
      { name: "a/data.pkl", data: text, method: 8, isStreamed: true },
      { name: "a/b", data: text, isWide: true },
      { name: "a/", isAligned: true },
    ],
    { isWide: true, comment: Buffer.from("comment") },
  );
  // Bytes that mean something are tried more often than chance would.
  const byte = fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0xff, 0x50, 0x4b));

  test("no change of a sound file makes a walk throw, or last", () => {
    const change = fc.tuple(fc.nat(sound.length - 1), byte);
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 12 }),
        fc.nat(sound.length),
        (changes, cut) => {
          const bytes = Buffer.from(sound);
          for (const [at, value] of changes) bytes[at] = value;
          const started = performance.now();
          for (const each of [bytes, bytes.subarray(0, cut), bytes.subarray(cut)]) {
            const { members, problems } = walkZip(bytesOf(each));
            for (const member of members) {
              expect(member.read(1000)?.length ?? 0).toBeLessThanOrEqual(1000);
              member.source()?.read(0, 100);
              checkMember(member, 1e6);
            }
            expect(Array.isArray(problems)).toBe(true);
          }
          expect(performance.now() - started).toBeLessThan(1000);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("any bytes between signatures are walked", () => {
    const signature = fc.constantFrom("0304", "0102", "0506", "0606", "0607", "0708");
    const part = fc.tuple(signature, fc.uint8Array({ maxLength: 80 }));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const bytes = Buffer.concat(
          parts.map(([code, rest]) =>
            Buffer.concat([Buffer.from("PK"), Buffer.from(code, "hex"), rest]),
          ),
        );
        for (const member of walkZip(bytesOf(bytes)).members) checkMember(member, 1e6);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("files that consist of what costs most end soon", () => {
  const megabytes = 20;
  const cases: Readonly<Record<string, string>> = {
    "local signatures": "PK\x03\x04",
    "end records": "PK\x05\x06".padEnd(22, "\0"),
    "local headers": "PK\x03\x04".padEnd(26, "\0") + "\x01\0\0\0n",
    "directory entries": "PK\x01\x02".padEnd(28, "\0") + "\x01\0".padEnd(18, "\0") + "n",
  };
  test.each(Object.entries(cases))("%s", (_, unit) => {
    const count = Math.floor((megabytes * 1e6) / unit.length);
    const body = Buffer.from(unit.repeat(count), "latin1");
    const end = buildZip([], { end: { size: body.length, offset: 0, count: 0xffff } });
    const started = performance.now();
    const { members } = walkZip(bytesOf(Buffer.concat([body, end])));
    expect(members.length).toBeLessThanOrEqual(100_000);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
