// Torch7: objects of Lua one in the other. A function is written as the bytecode of LuaJIT or Lua, which
// `torch.load` loads and the model calls: https://github.com/torch/torch7/blob/master/File.lua .
import type { ByteSource } from "../formats/bytes/source.ts";
import type { DataModel } from "./data-model.ts";
import { actLine } from "./listing.ts";

const maxSearched = 32 * 1024 * 1024;
/** Tables, objects of Torch, functions. */
const kinds = new Set([3, 4, 6, 7, 8]);
const bytecode = ["\x1bLJ\x01", "\x1bLJ\x02", "\x1bLuaQ", "\x1bLuaR"];

/** A file of Torch7 with functions in it; undefined for every other. */
export function torch7Model(source: ByteSource, head: Buffer): DataModel | undefined {
  if (head.length < 16 || !kinds.has(head.readUInt32LE(0)) || head.readUInt32LE(4) !== 1)
    return undefined;
  const bytes = source.read(0, Math.min(source.size, maxSearched));
  const mark = bytecode.find((one) => bytes.includes(one, 0, "latin1"));
  if (mark === undefined) return undefined;
  const at = bytes.indexOf(mark, 0, "latin1");
  const message = `The file holds a function of Lua as bytecode, at byte ${at}`;
  return {
    lines: [{ text: "# Torch7" }, actLine(`# bytecode of Lua at ${at}`, "holds-code", message)],
    payloads: [],
  };
}
