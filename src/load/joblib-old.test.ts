import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { parseModel } from "../checks/parse-model.ts";
import { identify } from "../engine/identify.ts";
import { bytesOf } from "../formats/bytes/source.ts";
import { calling, limits, opcodes } from "./testing/pickles.ts";

function actsOf(name: string, bytes: Buffer) {
  const kind = identify({ bytes, size: bytes.length, name });
  const parsed = parseModel({ kind, path: name, source: bytesOf(bytes), limits });
  return parsed?.views.model?.acts.map((act) => act.kind) ?? [];
}

const packed = (pickle: Buffer, width: number): Buffer =>
  Buffer.concat([
    Buffer.from(`ZF0x${pickle.length.toString(16)}`.padEnd(width)),
    deflateSync(pickle),
  ]);
const evil = calling("os", "system", "id");
const list = opcodes("\x80\x04]\x8c\x01aa.");

test("what joblib wrote until 0.10 is unpacked", () => {
  expect(actsOf("a.z", packed(evil, 19))).toEqual(["runs"]);
  expect(actsOf("a.pkl", packed(evil, 21))).toEqual(["runs"]);
  expect(actsOf("a.z", packed(list, 21))).toEqual([]);
  expect(actsOf("a.txt", Buffer.from("ZF0x24 xenon is no stream"))).toEqual([]);
});

test("blanks before a pickle", () => {
  const text = "cos\nsystem\n(S'id'\ntR.";
  expect(actsOf("a.pkl", Buffer.from(`\n${text}`))).toEqual(["runs"]);
  expect(actsOf("a.pkl", Buffer.concat([Buffer.from("\r\n"), evil]))).toEqual(["runs"]);
  expect(actsOf("a.pkl", Buffer.concat([Buffer.from("\n"), list]))).toEqual([]);
  expect(actsOf("a.txt", Buffer.from(`\n${text}`))).toEqual([]);
  expect(actsOf("a.pkl", Buffer.from("\n words in a file\n"))).toEqual([]);
});
