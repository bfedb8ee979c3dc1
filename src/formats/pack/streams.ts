// A file of .xz and .lzma streams in a row. Python's `lzma.LZMAFile`, by which joblib reads both,
// guesses the format of each stream anew, so that one may follow the other.
import { newAloneReader, readAlone, seemsAlone } from "./lzma-alone.ts";
import { broken, newOutput, truncated, unknownMethod, unpackedOf } from "./unpacked.ts";
import { isXzAt, newXzReader, readXz } from "./xz-stream.ts";
import type { PackProblem, Unpacked } from "./unpacked.ts";

/** Where a stream ended, and what was wrong with it. */
export interface StreamEnding {
  readonly at: number;
  readonly problem?: PackProblem;
}

/** Stream padding of .xz, section 2.2: zeros, four at a time. */
function afterPadding(bytes: Buffer, from: number): number {
  let at = from;
  while (at + 4 <= bytes.length && bytes.readInt32LE(at) === 0) at += 4;
  return at;
}

/** Unpacks all streams. What follows the last one and begins none is left out, as Python does. */
export function unpackStreams(bytes: Buffer, limit: number, first: "xz" | "lzma"): Unpacked {
  const output = newOutput(limit);
  const alone = newAloneReader(output);
  const xz = newXzReader(output, alone.lzma);
  if (first === "xz" && !isXzAt(bytes, 0)) {
    const isCut = bytes.length < 6;
    return unpackedOf(output, isCut ? truncated("the header of xz") : broken("it is not xz"));
  }
  let ending: StreamEnding = first === "xz" ? readXz(xz, bytes, 0) : readAlone(alone, bytes, 0);
  while (ending.problem === undefined) {
    const at = afterPadding(bytes, ending.at);
    if (isXzAt(bytes, at)) ending = readXz(xz, bytes, at);
    else if (bytes.toString("latin1", at, at + 4) === "LZIP")
      ending = { at, problem: unknownMethod("a stream of lzip follows, which is not unpacked") };
    else if (seemsAlone(bytes, at)) ending = readAlone(alone, bytes, at);
    else break;
  }
  return unpackedOf(output, ending.problem ?? xz.doubt);
}
