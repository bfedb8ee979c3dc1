import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf } from "../bytes/source.ts";
import { listSevenZip } from "./list.ts";
import { buildSevenZip } from "./testing/build.ts";
import { written } from "./testing/written.ts";

const room = 1024 * 1024;
const pickle = "cos\nsystem\n(S'id'\ntR.";

function list(bytes: Buffer, most = room) {
  const { members, problems, unpacked } = listSevenZip(bytesOf(bytes), most);
  const texts = members.map(({ name, read }) => [name, read(room)?.toString("latin1")]);
  return { texts, kinds: problems.map(({ kind }) => kind), problems, unpacked: unpacked() };
}

describe("what 7-Zip wrote", () => {
  test.each(["LZMA", "LZMA2", "bzip2", "Deflate", "BCJ", "BCJ2", "delta"])("%s", (name) => {
    const { texts, kinds } = list(Buffer.from(written[name]!, "base64"));
    expect(texts.map(([file, text]) => [file, text?.length]).toSorted()).toEqual([
      ["code.bin", 480],
      ["data.pkl", 21],
    ]);
    expect(texts.find(([file]) => file === "data.pkl")?.[1]).toBe(pickle);
    // The checksums of all of it are made as well.
    expect(kinds).toEqual([]);
  });

  test.each([
    ["PPMd", "what folder 0 packs is packed by PPMd, which is not unpacked"],
    ["AES", "what folder 0 packs is encrypted"],
    ["AES of the header", "its header is encrypted"],
  ])("%s is told as unread", (name, detail) => {
    const { problems } = list(Buffer.from(written[name]!, "base64"));
    expect(problems).toEqual([{ kind: "limit", detail }]);
  });
});

test("files are parts of what a folder gives", () => {
  const { texts, kinds } = list(
    buildSevenZip([
      { name: "a", data: "one" },
      { name: "b/c", data: "three" },
    ]),
  );
  expect([texts, kinds]).toEqual([
    [
      ["a", "one"],
      ["b/c", "three"],
    ],
    [],
  ]);
});

test("no more is unpacked than there is room for", () => {
  const big = Buffer.alloc(200_000, 7);
  const { texts, unpacked, problems } = list(buildSevenZip([{ name: "a", data: big }]), 100_000);
  expect([texts[0]?.[1]?.length, unpacked]).toEqual([100_000, 100_000]);
  expect(problems.map(({ detail }) => detail)).toEqual([
    "only 100000 of the 200000 bytes in folder 0 were unpacked",
  ]);
});

test("a size that it only claims takes no memory", () => {
  const { texts, unpacked } = list(
    buildSevenZip([{ name: "a", data: "x" }], { size: 2 ** 52 }),
    2 ** 40,
  );
  expect([texts, unpacked]).toEqual([[["a", "x"]], 1]);
});

test("what is cut off or odd is told", () => {
  const whole = buildSevenZip([{ name: "a", data: "one" }]);
  for (let length = 6; length < whole.length; length++)
    expect(list(whole.subarray(0, length)).kinds.length).toBeGreaterThan(0);
  const odd = [
    [1, 4, 7, 0x0b, 1, 0, 2, 1, 0, 1, 0, 5, 5],
    [1, 4, 7, 0x0b, 1, 0, 40],
    [1, 5, 0xf0, 0xff, 0xff, 0xff, 0xff],
    [0x17, 0],
    [9],
  ];
  for (const header of odd)
    expect(list(buildSevenZip([], { header: Buffer.from(header) })).problems).toHaveLength(1);
});

test("any header is read without a throw", () => {
  const sound = buildSevenZip([
    { name: "a", data: "one" },
    { name: "b", data: "two" },
  ]);
  const from = 32 + 6;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(sound.length - from - 1), fc.nat(255))), (changes) => {
      const bytes = Buffer.from(sound);
      for (const [at, value] of changes) bytes[from + at] = value;
      list(bytes);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (header) => {
      list(buildSevenZip([{ name: "a", data: "x" }], { header: Buffer.from(header) }));
    }),
  );
});
