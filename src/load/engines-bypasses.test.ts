import { describe, expect, test } from "vitest";
import { bytesOf } from "../formats/bytes/source.ts";
import { engineAt, tensorrtLines } from "./tensorrt.ts";
import { actsIn } from "./testing/pickles.ts";

const u32 = (...values: readonly number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);

/** An engine with something among its numbers. */
function engine(inner: Buffer, at = 1_000): Buffer {
  const head = Buffer.concat([Buffer.from("ftrt"), u32(0x60, 1, 0, 0, 0, 0)]);
  return Buffer.concat([head, Buffer.alloc(at - head.length, 1), inner, Buffer.alloc(100)]);
}
function elf(machine: number): Buffer {
  const head = Buffer.alloc(64);
  head.write("\x7fELF\x02\x01\x01", 0, "latin1");
  head.writeUInt16LE(3, 16);
  head.writeUInt16LE(machine, 18);
  head.writeUInt16LE(64, 52);
  return head;
}
function pe(machine: number): Buffer {
  const head = Buffer.alloc(256);
  head.write("MZ", 0, "latin1");
  head.writeUInt32LE(128, 60);
  head.write("PE\0\0", 128, "latin1");
  head.writeUInt16LE(machine, 132);
  return head;
}

describe("TensorRT", () => {
  test.each([
    ["a library for x86-64", engine(elf(62))],
    ["a library for ARM", engine(elf(183))],
    ["a library of Windows", engine(pe(0x8664))],
    ["a library at the edge of what is read at once", engine(elf(62), 1024 * 1024 - 20)],
  ])("%s in an engine", (_, bytes) => {
    expect(actsIn(bytes)).toEqual(["native"]);
  });
  test("an engine behind metadata, as Ultralytics writes it", () => {
    const metadata = Buffer.from('{"stride": 32}');
    const bytes = Buffer.concat([u32(metadata.length), metadata, engine(elf(62))]);
    expect(engineAt(bytesOf(bytes))).toBe(metadata.length + 4);
    expect(actsIn(bytes)).toEqual(["native"]);
  });
  test("code for graphics processors is what an engine is for", () => {
    const bytes = engine(elf(190));
    expect(actsIn(bytes)).toEqual([]);
    expect(tensorrtLines(bytesOf(bytes)).lines.map(({ text }) => text)).toEqual([
      "# TensorRT engine: a native program for one kind of graphics processor",
    ]);
  });
  test.each(["ptrt is no text that begins an engine", "ptrt"])("%s: another file", (text) => {
    expect(engineAt(bytesOf(Buffer.from(text)))).toBeUndefined();
  });
});

describe("GGML before GGUF", () => {
  const word = (text: string): Buffer =>
    Buffer.concat([u32(text.length), Buffer.from(text), u32(0)]);
  const tensor = (elements: number, data: number, dimensions = 1): Buffer =>
    Buffer.concat([u32(dimensions, 1, 0, elements), Buffer.from("w"), Buffer.alloc(data)]);
  const ggmf = (words: number, ...parts: readonly Buffer[]): Buffer =>
    Buffer.concat([Buffer.from("fmgg"), u32(1, words, 1, 1, 1, 1, 1, 0), ...parts]);
  test.each([
    ["a tensor that is larger than the file", ggmf(1, word("a"), tensor(1e6, 8))],
    ["a count of words that cannot be", ggmf(4e9, word("a"), tensor(2, 8))],
    ["a tensor of many dimensions", ggmf(1, word("a"), tensor(1, 4), tensor(1, 60, 9))],
    [
      "counts of whisper.cpp that cannot be",
      Buffer.concat([Buffer.from("lmgg"), u32(4e9), Buffer.alloc(60)]),
    ],
    ["a header that is cut off", Buffer.concat([Buffer.from("tjgg"), u32(3, 1)])],
  ])("%s", (_, bytes) => {
    expect(actsIn(bytes)).toEqual(["contradicts"]);
  });
  test("sound files, and those of other models, are silent", () => {
    const aligned = Buffer.concat([
      Buffer.from("tjgg"),
      u32(3, 1, 1, 1, 1, 1, 1, 0),
      word("a"),
      u32(1, 1, 2, 32),
      Buffer.from("w"),
    ]);
    const files = [
      ggmf(1, word("a"), tensor(2, 8)),
      Buffer.concat([aligned, Buffer.alloc(32 - (aligned.length % 32) + 18)]),
      Buffer.concat([Buffer.from("lmgg"), u32(51, 15, 51, 8, 6), Buffer.alloc(400, 3)]),
      ggmf(60, Buffer.alloc(600, 0xff)),
    ];
    expect(files.flatMap((each) => actsIn(each))).toEqual([]);
  });
});
