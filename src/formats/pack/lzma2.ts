// LZMA2: LZMA in chunks that may also be stored as they are, and that say what each starts anew.
// The .xz file format 1.2.1, section 5.3.1, leaves it to XZ Embedded (xz_dec_lzma2.c) and liblzma
// (lzma2_decoder.c).
import { decodeLzma, resetState, setProperties } from "./lzma-engine.ts";
import { broken, limitReached, truncated, unknownMethod, writeBytes } from "./unpacked.ts";
import type { LzmaState } from "./lzma-engine.ts";
import type { StreamEnding } from "./streams.ts";
import type { Output } from "./unpacked.ts";

const what = "the LZMA2 data";

function wrong(at: number): StreamEnding {
  return { at, problem: broken(`${what} is broken at byte ${at}`) };
}

/** What the chunks to come must do first. */
interface Needs {
  dictionary: boolean;
  properties: boolean;
}

interface Chunk {
  readonly bytes: Buffer;
  readonly at: number;
  readonly control: number;
}

/** Control 1 and 2: bytes as they are, the first with a new dictionary. */
function readStored({ bytes, at, control }: Chunk, needs: Needs, output: Output): StreamEnding {
  if (control === 2 && needs.dictionary) return wrong(at);
  needs.dictionary = false;
  const from = at + 3;
  if (from > bytes.length) return { at, problem: truncated(what) };
  const end = from + bytes.readUInt16BE(at + 1) + 1;
  if (!writeBytes(output, bytes.subarray(from, end))) {
    return { at: end, problem: limitReached(output) };
  }
  return end > bytes.length ? { at, problem: truncated(what) } : { at: end };
}

/** Control 0x80 and more: LZMA, and in two bits how much of it starts anew. */
function readPacked(lzma: LzmaState, { bytes, at, control }: Chunk, output: Output): StreamEnding {
  const hasProperties = control >= 0xc0;
  const from = at + (hasProperties ? 6 : 5);
  if (from > bytes.length) return { at, problem: truncated(what) };
  if (hasProperties && !setProperties(lzma, bytes[at + 5]!)) {
    return { at, problem: unknownMethod("its LZMA properties are none that liblzma reads") };
  }
  if (control >= 0xa0) resetState(lzma);
  const size = ((control & 0x1f) << 16) + bytes.readUInt16BE(at + 1) + 1;
  const end = from + bytes.readUInt16BE(at + 3) + 1;
  const upTo = Math.min(end, bytes.length);
  const input = { bytes, from, end: upTo, target: output.used + size, mayMark: false };
  const ending = decodeLzma(lzma, input, output);
  if (ending.kind === "limit") return { at: ending.at, problem: limitReached(output) };
  if (ending.kind === "truncated" && end > bytes.length) {
    return { at: ending.at, problem: truncated(what) };
  }
  return ending.kind === "done" && ending.at === end ? { at: end } : wrong(ending.at);
}

/** Unpacks chunks up to the one that ends them. */
export function readLzma2(
  lzma: LzmaState,
  { bytes, at }: { readonly bytes: Buffer; readonly at: number },
  output: Output,
): StreamEnding {
  const needs: Needs = { dictionary: true, properties: true };
  let ending: StreamEnding = { at };
  while (ending.problem === undefined) {
    const control = bytes[ending.at];
    if (control === undefined) return { at: ending.at, problem: truncated(what) };
    if (control === 0) return { at: ending.at + 1 };
    if (control > 2 && control < 0x80) return wrong(ending.at);
    const chunk = { bytes, at: ending.at, control };
    if (control === 1 || control >= 0xe0) {
      lzma.dictionaryFrom = output.used;
      needs.dictionary = false;
      needs.properties = true;
    }
    if (control <= 2) {
      ending = readStored(chunk, needs, output);
      continue;
    }
    if (control >= 0xc0) needs.properties = false;
    if (needs.dictionary || needs.properties) return wrong(ending.at);
    ending = readPacked(lzma, chunk, output);
  }
  return ending;
}
