// Ways in which a ZIP file has deceived a scanner of models, each named after where it was published.
import { crc32, deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { bytesOf } from "../bytes/source.ts";
import { buildZip, fields, type Entry } from "./testing/build.ts";
import { checkMember, walkZip, type ZipMember } from "./walk.ts";

const evil = Buffer.from("cos\nsystem\n(S'id'\ntR.");
const pickle: Entry = { name: "archive/data.pkl", data: evil };
const rest: Entry = { name: "archive/version", data: "3\n" };

/** What is wrong with a file, and all bytes that its members give. */
function walk(bytes: Buffer): {
  readonly kinds: readonly string[];
  readonly members: readonly ZipMember[];
  readonly hasEvil: boolean;
} {
  const { members, problems } = walkZip(bytesOf(bytes));
  const all = [...problems, ...members.flatMap((member) => checkMember(member, 1e6))];
  const kinds = [...new Set(all.map(({ kind }) => kind))].toSorted();
  return {
    kinds,
    members,
    hasEvil: members.some(({ read }) => read(1e6)?.includes(evil) ?? false),
  };
}

test("CVE-2025-1944 (GHSA-7q5r-7gvp-wc82): a local header has another name", () => {
  const { kinds, members, hasEvil } = walk(
    buildZip([{ ...pickle, local: { name: "archive/datap.txt" } }, rest]),
  );
  expect(kinds).toEqual(["name-differs"]);
  expect(members[0]).toMatchObject({ name: "archive/data.pkl", localName: "archive/datap.txt" });
  expect(hasEvil).toBe(true);
});

describe("CVE-2025-1945 (GHSA-w8jq-xcqf-f792): flags of encryption on data that are not", () => {
  const marks = [0x1, 0x20, 0x40].flatMap((flag) =>
    [0, 8].map((method) => [flag, method] as const),
  );
  test.each(marks)("flag 0x%x, method %i", (flags, method) => {
    const both = walk(buildZip([{ ...pickle, method, flags }, rest]));
    expect(both).toMatchObject({ kinds: ["flag-encrypted"], hasEvil: true });
    const local = walk(buildZip([{ ...pickle, method, local: { flags } }, rest]));
    expect(local).toMatchObject({ kinds: ["flag-encrypted", "flags-differ"], hasEvil: true });
    const central = walk(buildZip([{ ...pickle, method, central: { flags } }, rest]));
    expect(central).toMatchObject({ kinds: ["flag-encrypted", "flags-differ"], hasEvil: true });
  });

  test("data that are encrypted indeed give nothing", () => {
    const noise = Buffer.from(
      Array.from({ length: 500 }, (_, at) => (at * at * 31 + 7 * at) % 253),
    );
    const stored = {
      name: "a",
      data: noise,
      flags: 1,
      local: { size: 488 },
      central: { size: 488 },
    };
    const packed = { ...stored, local: { method: 8 }, central: { method: 8 } };
    for (const entry of [stored, packed]) {
      const { kinds, members } = walk(buildZip([entry]));
      expect(kinds).toEqual(["flag-encrypted", "unreadable"]);
      expect(members[0]!.read(1000)).toBeUndefined();
      expect(members[0]!.source()).toBeUndefined();
    }
  });
});

test("CVE-2025-10156 (GHSA-mjqp-26hc-grxg): a wrong checksum stops Python and not PyTorch", () => {
  for (const method of [0, 8]) {
    const lie = { crc: 0x12345678 };
    const entry: Entry = { ...pickle, method, local: lie, central: lie };
    expect(walk(buildZip([entry, rest]))).toMatchObject({ kinds: ["crc-wrong"], hasEvil: true });
  }
});

test("CVE-2024-0450: members that share bytes, the quoted-overlap bomb", () => {
  const data = deflateRawSync(Buffer.alloc(100_000));
  const kernel: Entry = {
    name: "a",
    data,
    local: { method: 8, size: 100_000 },
    central: { method: 8, size: 100_000 },
  };
  const { kinds, members } = walk(
    buildZip([
      kernel,
      { ...kernel, name: "b", only: "central", central: { ...kernel.central, offset: 0 } },
    ]),
  );
  expect(kinds).toContain("overlap");
  expect(members).toHaveLength(2);
});

test("CVE-2024-0450: a member that reaches into the directory", () => {
  const { kinds } = walk(
    buildZip([
      { name: "a", data: "1", local: { size: 40, packed: 40 }, central: { size: 40, packed: 40 } },
    ]),
  );
  expect(kinds).toContain("overlap");
});

/** An archive whose record names one directory by its size and another one by its offset. */
function twoDirectories(): Buffer {
  const harmless: Entry = { name: "archive/data.pkl", data: "harmless, of these many" };
  const first = buildZip([pickle, rest], { hasNoEnd: true });
  const at = first.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  // Python adds to every offset what the directory was moved by: here its own offset less the other's.
  const moved = first.length + 31 + harmless.name.length + harmless.data!.length - 1;
  const second = buildZip([{ ...harmless, central: { offset: first.length - (moved - at) } }], {
    hasNoEnd: true,
  });
  const directory = second.subarray(second.indexOf(Buffer.from([0x50, 0x4b, 1, 2])));
  expect(first.length + second.length - directory.length).toBe(moved);
  return Buffer.concat([
    first,
    second,
    fields([4, 0x06054b50], [2, 0], [2, 0], [2, 1], [2, 1], [4, directory.length], [4, at], [2, 0]),
  ]);
}

test("Python finds the directory by its size, PyTorch by its offset", () => {
  const { kinds, members, hasEvil } = walk(twoDirectories());
  expect(kinds).toContain("directories-differ");
  expect(members.filter(({ name }) => name === "archive/data.pkl")).toHaveLength(2);
  expect(members[0]!.read(8)?.toString()).toBe("harmless");
  expect(hasEvil).toBe(true);
});

test("CVE-2025-8291: the 64-bit end record is not where its locator says", () => {
  const bytes = buildZip([rest], { isWide: true, end64: { at: 0 } });
  const other = buildZip([pickle, rest], { isWide: true });
  // The 64-bit record of another archive, before this one.
  const at = other.lastIndexOf(Buffer.from([0x50, 0x4b, 6, 6]));
  bytes.writeBigUInt64LE(BigInt(at), bytes.length - 22 - 20 + 8);
  const { kinds, hasEvil } = walk(Buffer.concat([other, bytes]));
  expect(kinds).toContain("directories-differ");
  expect(hasEvil).toBe(true);
});

test("the 64-bit end record names another directory than the 32-bit one", () => {
  const first = buildZip([pickle, rest], { hasNoEnd: true });
  const at = first.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const bytes = buildZip([{ name: "harmless" }], {
    before: first,
    isCounted: true,
    isWide: true,
    end: { offset: at, size: first.length - at, count: 2 },
  });
  const { kinds, hasEvil } = walk(bytes);
  expect(kinds).toContain("directories-differ");
  expect(hasEvil).toBe(true);
});

test("two archives in a row: who reads streams sees the first, Python the second", () => {
  const { kinds, members, hasEvil } = walk(
    Buffer.concat([buildZip([pickle]), buildZip([{ name: "harmless", data: "x" }])]),
  );
  expect(kinds).toContain("several-ends");
  expect(members.map(({ name }) => name).toSorted()).toEqual(["archive/data.pkl", "harmless"]);
  expect(hasEvil).toBe(true);
});

test("an archive in the comment: Python and PyTorch take the last end record, others the first", () => {
  const { kinds, members, hasEvil } = walk(
    buildZip([{ name: "harmless", data: "x" }], { comment: buildZip([pickle]) }),
  );
  expect(kinds).toContain("several-ends");
  expect(members.map(({ name }) => name).toSorted()).toEqual(["archive/data.pkl", "harmless"]);
  expect(hasEvil).toBe(true);
});

test("a member that no directory lists", () => {
  for (const isStreamed of [false, true]) {
    for (const method of [0, 8]) {
      const hidden: Entry = { ...pickle, method, isStreamed, only: "local" };
      const { kinds, members, hasEvil } = walk(buildZip([rest, hidden, { ...rest, name: "b" }]));
      expect(kinds).toEqual(["only-local"]);
      expect(members.at(-1)).toMatchObject({ name: "archive/data.pkl", from: "local" });
      expect(hasEvil).toBe(true);
    }
  }
});

test("an empty directory over an archive", () => {
  const first = buildZip([pickle, rest], { hasNoEnd: true });
  const { kinds, hasEvil } = walk(Buffer.concat([first, buildZip([])]));
  expect(kinds).toContain("only-local");
  expect(hasEvil).toBe(true);
});

test("names that are one to PyTorch, for which upper and lower case are the same", () => {
  const { kinds } = walk(buildZip([pickle, { ...pickle, name: "archive/DATA.PKL" }, rest]));
  expect(kinds).toEqual(["duplicate-name"]);
});

test("a name that ends at a NUL for Python", () => {
  const { kinds } = walk(buildZip([{ ...pickle, name: "archive/data.pkl\0.txt" }, pickle, rest]));
  expect(kinds).toEqual(["duplicate-name", "path-escapes"]);
});

test("extra field 0x7075 gives a member another name in Python since 3.12", () => {
  const raw = "archive/notes.txt";
  const path = Buffer.from("archive/data.pkl");
  function withPath(sum: number): Buffer {
    const extra = fields([2, 0x7075], [2, 5 + path.length], [1, 1], [4, sum]);
    return buildZip([{ ...pickle, name: raw, central: { extra: Buffer.concat([extra, path]) } }]);
  }
  expect(walk(withPath(crc32(raw))).kinds).toEqual(["name-differs"]);
  // Where its checksum does not fit, nobody believes it.
  expect(walk(withPath(1)).kinds).toEqual([]);
});

describe("what makes Python refuse the whole archive, and PyTorch not", () => {
  test("a version that it does not know", () => {
    const { kinds, hasEvil } = walk(buildZip([pickle, { ...rest, central: { version: 64 } }]));
    expect(kinds).toEqual(["version-unknown"]);
    expect(hasEvil).toBe(true);
  });

  test("an extra field that is too long", () => {
    const extra = fields([2, 0xcafe], [2, 100]);
    const { kinds, hasEvil } = walk(buildZip([pickle, { ...rest, central: { extra } }]));
    expect(kinds).toEqual(["extra-broken"]);
    expect(hasEvil).toBe(true);
  });

  test("a name that is marked as UTF-8 and is none", () => {
    const name = Buffer.from([0xff, 0xfe]);
    const { kinds, hasEvil } = walk(buildZip([pickle, { name, flags: 0x800 }]));
    expect(kinds).toEqual(["name-broken"]);
    expect(hasEvil).toBe(true);
  });

  test("an end record that begins in the last bytes", () => {
    const { kinds, hasEvil } = walk(
      buildZip([pickle, rest], { comment: Buffer.from("PK\x05\x06!") }),
    );
    expect(kinds).toEqual(["several-ends"]);
    expect(hasEvil).toBe(true);
  });
});

test("a directory in another part by its 64-bit locator: Python refuses it, PyTorch does not look", () => {
  const { kinds, hasEvil } = walk(buildZip([pickle, rest], { isWide: true, end64: { part: 1 } }));
  expect(kinds).toEqual(["several-parts"]);
  expect(hasEvil).toBe(true);
});

test("a last entry that ends after the directory: Python takes what there is", () => {
  const { kinds, hasEvil } = walk(buildZip([rest, { ...pickle, central: { nameLength: 2000 } }]));
  expect(kinds).toContain("truncated");
  expect(hasEvil).toBe(true);
});

test("data that go on after the size of the directory are read all the same", () => {
  const lie = { size: 4 };
  const { kinds, hasEvil } = walk(
    buildZip([{ ...pickle, method: 8, local: lie, central: lie }, rest]),
  );
  expect(kinds).toEqual(["size-differs"]);
  expect(hasEvil).toBe(true);
});

test("a size that is too large to be read, of data that cannot have it", () => {
  const lie = { size: 2 ** 31 };
  const entry: Entry = { ...pickle, method: 8, local: lie, central: lie };
  expect(walk(buildZip([entry, rest]))).toMatchObject({ kinds: ["size-differs"], hasEvil: true });
});

test("empty blocks without end before the data are no empty member", () => {
  const padding = Buffer.from("000000ffff".repeat(5_000_000), "hex");
  const packed = Buffer.concat([padding, deflateRawSync(evil)]);
  const lies = { method: 8, size: evil.length };
  const bytes = buildZip([{ name: "a", data: packed, local: lies, central: lies }]);
  expect(walk(bytes).kinds).toEqual(["unreadable"]);
});

test("a folder that has data", () => {
  const { kinds, members, hasEvil } = walk(
    buildZip([{ ...pickle, name: "archive/data.pkl/" }, rest]),
  );
  expect(kinds).toEqual(["folder-with-data"]);
  expect(members[0]!.isFolder).toBe(false);
  expect(hasEvil).toBe(true);
});

test("CVE-2007-4559, Zip Slip: a link, and a member that goes through it", () => {
  const { kinds, members } = walk(
    buildZip([
      { name: "a", data: "/etc", attributes: 0o120777 * 0x10000 },
      { name: "a/../../cron", data: "x" },
    ]),
  );
  expect(kinds).toEqual(["link", "path-escapes"]);
  expect(members[0]!.isLink).toBe(true);
});
