// What files cost that are made to cost much, or are broken by chance.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, type ByteSource } from "../bytes/source.ts";
import { buildZip } from "./testing/build.ts";
import { checkMember, walkZip, walkZipWithin } from "./walk.ts";

const text = "pickle ".repeat(50);

describe("limits are told", () => {
  const many = buildZip(Array.from({ length: 50 }, (_, index) => ({ name: `../${index}` })));

  test("of members", () => {
    const { members, problems } = walkZipWithin(bytesOf(many), { members: 10 });
    expect(members).toHaveLength(10);
    expect(problems.map(({ kind }) => kind)).toContain("limit");
  });

  test("of directories", () => {
    const { members, problems } = walkZipWithin(bytesOf(many), { directoryBytes: 1000 });
    expect(members.filter(({ from }) => from === "both").length).toBeLessThan(50);
    expect(problems.map(({ kind }) => kind)).toContain("limit");
  });

  test("of problems, one kind by itself", () => {
    const { problems } = walkZipWithin(bytesOf(many), { problemsOfAKind: 3 });
    expect(problems.map(({ kind }) => kind)).toEqual([
      "path-escapes",
      "path-escapes",
      "path-escapes",
      "limit",
    ]);
  });

  test("of bytes that are searched", () => {
    const bytes = Buffer.concat([Buffer.alloc(5000), buildZip([{ name: "a" }])]);
    const { problems } = walkZipWithin(bytesOf(bytes), { searchedBytes: 100 });
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
