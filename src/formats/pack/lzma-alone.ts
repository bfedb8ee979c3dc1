// One stream of the .lzma format that came before .xz: doc/lzma-file-format.txt of XZ Utils. It has
// no magic, only a header of 13 bytes, and no checksum.
import { decodeLzma, newLzmaState, resetState, setProperties } from "./lzma-engine.ts";
import { broken, limitReached, truncated, unknownMethod } from "./unpacked.ts";
import type { LzmaState } from "./lzma-engine.ts";
import type { StreamEnding } from "./streams.ts";
import type { Output } from "./unpacked.ts";

const headerSize = 13;
const what = "the LZMA stream";

/** One set of probabilities for all streams of a file, so that many small ones cost little. */
export interface AloneReader {
  readonly lzma: LzmaState;
  readonly output: Output;
}

export function newAloneReader(output: Output): AloneReader {
  return { lzma: newLzmaState(), output };
}

/**
 * Whether bytes may be such a header, as strictly as liblzma is where it guesses the format: a
 * dictionary of 2^n or 2^n + 2^(n-1) bytes, and no known size of 256 GiB or more.
 */
export function seemsAlone(bytes: Buffer, at: number): boolean {
  if (bytes.length - at < headerSize || bytes[at]! >= 225) return false;
  const dictionary = bytes.readUInt32LE(at + 1);
  // After its lowest bit is gone, a number of that form is 0 or has its next higher bit alone.
  const low = (dictionary & -dictionary) >>> 0;
  const rest = dictionary - low;
  const isUsual = rest === 0 || rest === low * 2 || dictionary === 0xffff_ffff;
  const high = bytes.readUInt32LE(at + 9);
  return isUsual && (high < 64 || (high === 0xffff_ffff && bytes.readUInt32LE(at + 5) === high));
}

/** Unpacks the stream that begins at a byte. */
export function readAlone({ lzma, output }: AloneReader, bytes: Buffer, at: number): StreamEnding {
  if (bytes.length - at < headerSize) return { at, problem: truncated("the header of LZMA") };
  if (!setProperties(lzma, bytes[at]!)) {
    return { at, problem: unknownMethod("its LZMA properties are none that liblzma reads") };
  }
  resetState(lzma);
  lzma.dictionaryFrom = output.used;
  const low = bytes.readUInt32LE(at + 5);
  const high = bytes.readUInt32LE(at + 9);
  const size = low === 0xffff_ffff && high === low ? Infinity : high * 0x1_0000_0000 + low;
  const ending = decodeLzma(
    lzma,
    {
      bytes,
      from: at + headerSize,
      end: bytes.length,
      target: output.used + size,
      mayMark: true,
    },
    output,
  );
  if (ending.kind === "done") return { at: ending.at };
  if (ending.kind === "truncated") return { at: ending.at, problem: truncated(what) };
  if (ending.kind === "limit") return { at: ending.at, problem: limitReached(output) };
  return { at: ending.at, problem: broken(`${what} is broken at byte ${ending.at}`) };
}
