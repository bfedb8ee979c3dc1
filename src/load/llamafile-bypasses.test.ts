import { describe, expect, test } from "vitest";
import { parseModel } from "../checks/parse-model.ts";
import { identify } from "../engine/identify.ts";
import { bytesOf } from "../formats/bytes/source.ts";
import { buildZip, fields, type Entry } from "../formats/zip/testing/build.ts";
import { actsIn, calling, limits } from "./testing/pickles.ts";

/** A GGUF file with one text in its metadata. */
function gguf(key: string, value: string): Buffer {
  return Buffer.concat([
    Buffer.from("GGUF"),
    fields([4, 3], [8, 0], [8, 1], [8, key.length]),
    Buffer.from(key),
    fields([4, 8], [8, value.length]),
    Buffer.from(value),
  ]);
}

/** What stands before the archive: an ELF file, and what Cosmopolitan makes for every system. */
const elf = Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01"), Buffer.alloc(4_000, 0x90)]);
const everywhere = Buffer.concat([Buffer.from("MZqFpD='\n\0\x10\0"), Buffer.alloc(4_000)]);
everywhere.writeUInt32LE(128, 60);
everywhere.write("PE\0\0", 128);

function llamafile(model: Buffer, before: Buffer = elf, ...more: readonly Entry[]): Buffer {
  const args = { name: ".args", data: "-m\nmodel.gguf\n...\n" };
  return buildZip([args, { name: "model.gguf", data: model }, ...more], {
    before,
    isCounted: true,
  });
}

function viewOf(bytes: Buffer) {
  const kind = identify({ bytes, size: bytes.length, name: "model.llamafile" });
  const parsed = parseModel({ kind, path: "model.llamafile", source: bytesOf(bytes), limits });
  return { kind, acts: parsed?.views.model?.acts.map((act) => act.kind) };
}

describe("llamafile", () => {
  const escape = gguf("tokenizer.chat_template", "{{ x.__class__ }}");
  test.each([elf, everywhere])("CVE-2024-34359: a template of the model within", (before) => {
    expect(viewOf(llamafile(escape, before))).toEqual({ kind: "executable", acts: ["template"] });
  });
  test("CVE-2024-23605: a model within that contradicts itself", () => {
    const broken = gguf("a", "b");
    broken.writeUInt32LE(0xffff, 16);
    expect(actsIn(llamafile(broken))).toEqual(["contradicts"]);
  });
  test("a pickle beside the model", () => {
    const pickle = { name: "x.pkl", data: calling("os", "system", "id") };
    expect(viewOf(llamafile(gguf("a", "b"), elf, pickle)).acts).toContain("runs");
  });
  test.each([
    ["--host\n0.0.0.0", "listens"],
    ["--host=::", "listens"],
    ["--unsecure", "options"],
    ["--rpc\n10.0.0.1:50052", "options"],
    ["-mu\nhttps://evil.example/m.gguf", "options"],
    ["--mmproj\n../mmproj.gguf", "options"],
    ["--path\n/etc", "options"],
    ["--slot-save-path\nC:\\x", "options"],
    ["--chat-template\n{{ x.__class__.__mro__ }}", "template"],
  ])("options of the program: %s", (options, kind) => {
    const args = { name: ".args", data: `-m\nmodel.gguf\n${options}\n...\n` };
    const model = { name: "model.gguf", data: gguf("a", "b") };
    const bytes = buildZip([args, model], { before: elf, isCounted: true });
    expect(viewOf(bytes).acts).toEqual([kind]);
  });
  test("options that open nothing are silent", () => {
    const options =
      "-m\nmodel.gguf\n--mmproj\n/zip/mmproj.gguf\n--host\n127.0.0.1\n-c\n0\n-ngl\n9999\n-e\n--chat-template\nllama2\n...";
    expect(actsIn(buildZip([{ name: ".args", data: options }]))).toEqual([]);
    expect(actsIn(buildZip([{ name: "docs/.args", data: "--host\n0.0.0.0" }]))).toEqual([]);
  });
  test("a sound one is silent", () => {
    const sound = gguf("tokenizer.chat_template", "{{ bos_token }}");
    expect(viewOf(llamafile(sound))).toEqual({ kind: "executable", acts: [] });
    expect(viewOf(llamafile(sound, everywhere))).toEqual({ kind: "executable", acts: [] });
  });
  test("of other programs nothing is read", () => {
    let reads = 0;
    const source = {
      size: elf.length,
      read: (at: number, length: number) => {
        reads++;
        return elf.subarray(at, at + length);
      },
    };
    expect(parseModel({ kind: "executable", path: "a.out", source, limits })).toBeUndefined();
    expect(reads).toBe(1);
  });
});
