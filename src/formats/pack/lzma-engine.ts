// The decoder of LZMA itself, which .lzma, .xz and .lz put into different wrappings: the LZMA
// specification (7-Zip LZMA SDK, DOC/lzma-specification.txt).
import { makeRoom } from "./unpacked.ts";
import type { Output } from "./unpacked.ts";

// Where each set of probabilities begins within one array.
const isMatch = 0;
const isRep = isMatch + 12 * 16;
const isRepG0 = isRep + 12;
const isRepG1 = isRepG0 + 12;
const isRepG2 = isRepG1 + 12;
const isRep0Long = isRepG2 + 12;
const posSlots = isRep0Long + 12 * 16;
const posSpecial = posSlots + 4 * 64;
const posAlign = posSpecial + 115;
const matchLength = posAlign + 16;
const lengthLow = 2;
const lengthMid = lengthLow + 16 * 8;
const lengthHigh = lengthMid + 16 * 8;
const repLength = matchLength + lengthHigh + 256;
const literals = repLength + lengthHigh + 256;

/** lc + lp: liblzma, and so Python, reads no more (LZMA_LCLP_MAX). It bounds the array to 28 kB. */
export const maxLiteralBits = 4;

/** What one symbol leaves to the next. */
export interface LzmaState {
  readonly probs: Uint16Array;
  lc: number;
  lpMask: number;
  pbMask: number;
  state: number;
  rep0: number;
  rep1: number;
  rep2: number;
  rep3: number;
  /** The place in the output where the dictionary begins: no match looks further back. */
  dictionaryFrom: number;
}

/** One run of the range coder. */
export interface LzmaInput {
  readonly bytes: Buffer;
  readonly from: number;
  readonly end: number;
  /** How long the output is when it is done; Infinity where only a marker tells. */
  readonly target: number;
  /** Whether an end marker may stand here: not in LZMA2. */
  readonly mayMark: boolean;
}

export interface LzmaEnding {
  readonly kind: "done" | "truncated" | "broken" | "limit";
  /** The first byte of the input that was not read. */
  readonly at: number;
}

export function newLzmaState(): LzmaState {
  const probs = new Uint16Array(literals + (0x300 << maxLiteralBits));
  const reps = { rep0: 0, rep1: 0, rep2: 0, rep3: 0 };
  return { probs, lc: 0, lpMask: 0, pbMask: 0, state: 0, ...reps, dictionaryFrom: 0 };
}

/** Takes the byte that holds lc, lp and pb; false where it is none that is read. */
export function setProperties(lzma: LzmaState, byte: number): boolean {
  const lc = byte % 9;
  const lp = Math.floor(byte / 9) % 5;
  const pb = Math.floor(byte / 45);
  if (pb > 4 || lc + lp > maxLiteralBits) return false;
  lzma.lc = lc;
  lzma.lpMask = (1 << lp) - 1;
  lzma.pbMask = (1 << pb) - 1;
  return true;
}

export function resetState(lzma: LzmaState): void {
  lzma.probs.fill(1024);
  lzma.state = 0;
  lzma.rep0 = lzma.rep1 = lzma.rep2 = lzma.rep3 = 0;
}

/**
 * Decodes into the output until its target, an end marker, the limit or something wrong.
 *
 * It is one long function, and each decision is written out, so that `range` and `code` can stay
 * local: a helper would have to keep them in memory. A decision always reads: normalise, `bound`,
 * then 0 (the probability rises) or 1 (it falls). `range` and `code` are unsigned 32-bit numbers
 * kept in signed ones.
 *
 * A byte past the end reads as 0 and is noticed before the symbol is written, so that a stream
 * that is cut gives every symbol that liblzma gives.
 */
export function decodeLzma(lzma: LzmaState, input: LzmaInput, output: Output): LzmaEnding {
  const { bytes: src, end, target, mayMark } = input;
  const { probs, lc, lpMask, pbMask, dictionaryFrom } = lzma;
  const stop = Math.min(target, output.limit);
  let { state, rep0, rep1, rep2, rep3 } = lzma;
  let inAt = input.from + 5;
  if (inAt > end) return { kind: "truncated", at: end };
  if (src[input.from] !== 0) return { kind: "broken", at: input.from };
  let code = src.readInt32BE(input.from + 1);
  let range = -1;
  let out = output.bytes;
  let at = output.used;
  let room = Math.min(out.length, stop);
  let index = 0;
  let prob = 0;
  let bound = 0;
  let kind: LzmaEnding["kind"] = "broken";

  for (;;) {
    if (at === target) {
      if (range >>> 24 === 0) {
        range <<= 8;
        code = (code << 8) | src[inAt++]!;
      }
      if (inAt > end) {
        kind = "truncated";
        break;
      }
      if (code === 0) {
        kind = "done";
        break;
      }
      // A marker may follow the size that the header told.
      if (!mayMark) break;
    }
    const posState = (at - dictionaryFrom) & pbMask;

    index = isMatch + (state << 4) + posState;
    prob = probs[index]!;
    if (range >>> 24 === 0) {
      range <<= 8;
      code = (code << 8) | src[inAt++]!;
    }
    bound = Math.imul(range >>> 11, prob);
    if (code >>> 0 < bound >>> 0) {
      range = bound;
      probs[index] = prob + ((2048 - prob) >> 5);
      const before = at > dictionaryFrom ? out[at - 1]! : 0;
      const context = (((at - dictionaryFrom) & lpMask) << lc) + (before >> (8 - lc));
      const base = literals + 0x300 * context;
      let symbol = 1;
      if (state >= 7) {
        let matched = out[at - rep0 - 1]!;
        let offset = 0x100;
        do {
          matched <<= 1;
          const matchedBit = matched & offset;
          index = base + offset + matchedBit + symbol;
          prob = probs[index]!;
          if (range >>> 24 === 0) {
            range <<= 8;
            code = (code << 8) | src[inAt++]!;
          }
          bound = Math.imul(range >>> 11, prob);
          if (code >>> 0 < bound >>> 0) {
            range = bound;
            probs[index] = prob + ((2048 - prob) >> 5);
            symbol <<= 1;
            offset &= ~matchedBit;
          } else {
            range = (range - bound) | 0;
            code = (code - bound) | 0;
            probs[index] = prob - (prob >> 5);
            symbol = (symbol << 1) | 1;
            offset &= matchedBit;
          }
        } while (symbol < 0x100);
      } else {
        do {
          index = base + symbol;
          prob = probs[index]!;
          if (range >>> 24 === 0) {
            range <<= 8;
            code = (code << 8) | src[inAt++]!;
          }
          bound = Math.imul(range >>> 11, prob);
          if (code >>> 0 < bound >>> 0) {
            range = bound;
            probs[index] = prob + ((2048 - prob) >> 5);
            symbol <<= 1;
          } else {
            range = (range - bound) | 0;
            code = (code - bound) | 0;
            probs[index] = prob - (prob >> 5);
            symbol = (symbol << 1) | 1;
          }
        } while (symbol < 0x100);
      }
      if (inAt > end) {
        kind = "truncated";
        break;
      }
      if (at >= room) {
        if (at === stop) {
          if (at !== target) kind = "limit";
          break;
        }
        output.used = at;
        out = makeRoom(output, 1);
        room = Math.min(out.length, stop);
      }
      out[at++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    range = (range - bound) | 0;
    code = (code - bound) | 0;
    probs[index] = prob - (prob >> 5);

    let lengths = repLength;
    let isShort = false;
    index = isRep + state;
    prob = probs[index]!;
    if (range >>> 24 === 0) {
      range <<= 8;
      code = (code << 8) | src[inAt++]!;
    }
    bound = Math.imul(range >>> 11, prob);
    const isPlain = code >>> 0 < bound >>> 0;
    if (isPlain) {
      range = bound;
      probs[index] = prob + ((2048 - prob) >> 5);
      rep3 = rep2;
      rep2 = rep1;
      rep1 = rep0;
      lengths = matchLength;
    } else {
      range = (range - bound) | 0;
      code = (code - bound) | 0;
      probs[index] = prob - (prob >> 5);
      index = isRepG0 + state;
      prob = probs[index]!;
      if (range >>> 24 === 0) {
        range <<= 8;
        code = (code << 8) | src[inAt++]!;
      }
      bound = Math.imul(range >>> 11, prob);
      if (code >>> 0 < bound >>> 0) {
        range = bound;
        probs[index] = prob + ((2048 - prob) >> 5);
        index = isRep0Long + (state << 4) + posState;
        prob = probs[index]!;
        if (range >>> 24 === 0) {
          range <<= 8;
          code = (code << 8) | src[inAt++]!;
        }
        bound = Math.imul(range >>> 11, prob);
        if (code >>> 0 < bound >>> 0) {
          range = bound;
          probs[index] = prob + ((2048 - prob) >> 5);
          isShort = true;
        } else {
          range = (range - bound) | 0;
          code = (code - bound) | 0;
          probs[index] = prob - (prob >> 5);
        }
      } else {
        range = (range - bound) | 0;
        code = (code - bound) | 0;
        probs[index] = prob - (prob >> 5);
        index = isRepG1 + state;
        prob = probs[index]!;
        if (range >>> 24 === 0) {
          range <<= 8;
          code = (code << 8) | src[inAt++]!;
        }
        bound = Math.imul(range >>> 11, prob);
        let distance = rep1;
        if (code >>> 0 < bound >>> 0) {
          range = bound;
          probs[index] = prob + ((2048 - prob) >> 5);
        } else {
          range = (range - bound) | 0;
          code = (code - bound) | 0;
          probs[index] = prob - (prob >> 5);
          index = isRepG2 + state;
          prob = probs[index]!;
          if (range >>> 24 === 0) {
            range <<= 8;
            code = (code << 8) | src[inAt++]!;
          }
          bound = Math.imul(range >>> 11, prob);
          if (code >>> 0 < bound >>> 0) {
            range = bound;
            probs[index] = prob + ((2048 - prob) >> 5);
            distance = rep2;
          } else {
            range = (range - bound) | 0;
            code = (code - bound) | 0;
            probs[index] = prob - (prob >> 5);
            distance = rep3;
            rep3 = rep2;
          }
          rep2 = rep1;
        }
        rep1 = rep0;
        rep0 = distance;
      }
    }

    let length = 1;
    if (!isShort) {
      let tree = lengths + lengthLow + (posState << 3);
      let first = 2;
      let size = 8;
      index = lengths;
      prob = probs[index]!;
      if (range >>> 24 === 0) {
        range <<= 8;
        code = (code << 8) | src[inAt++]!;
      }
      bound = Math.imul(range >>> 11, prob);
      if (code >>> 0 < bound >>> 0) {
        range = bound;
        probs[index] = prob + ((2048 - prob) >> 5);
      } else {
        range = (range - bound) | 0;
        code = (code - bound) | 0;
        probs[index] = prob - (prob >> 5);
        index = lengths + 1;
        prob = probs[index]!;
        if (range >>> 24 === 0) {
          range <<= 8;
          code = (code << 8) | src[inAt++]!;
        }
        bound = Math.imul(range >>> 11, prob);
        if (code >>> 0 < bound >>> 0) {
          range = bound;
          probs[index] = prob + ((2048 - prob) >> 5);
          tree = lengths + lengthMid + (posState << 3);
          first = 10;
        } else {
          range = (range - bound) | 0;
          code = (code - bound) | 0;
          probs[index] = prob - (prob >> 5);
          tree = lengths + lengthHigh;
          first = 18;
          size = 256;
        }
      }
      let symbol = 1;
      do {
        index = tree + symbol;
        prob = probs[index]!;
        if (range >>> 24 === 0) {
          range <<= 8;
          code = (code << 8) | src[inAt++]!;
        }
        bound = Math.imul(range >>> 11, prob);
        if (code >>> 0 < bound >>> 0) {
          range = bound;
          probs[index] = prob + ((2048 - prob) >> 5);
          symbol <<= 1;
        } else {
          range = (range - bound) | 0;
          code = (code - bound) | 0;
          probs[index] = prob - (prob >> 5);
          symbol = (symbol << 1) | 1;
        }
      } while (symbol < size);
      length = first + symbol - size;
    }

    if (isPlain) {
      const slots = posSlots + (Math.min(length - 2, 3) << 6);
      let slot = 1;
      do {
        index = slots + slot;
        prob = probs[index]!;
        if (range >>> 24 === 0) {
          range <<= 8;
          code = (code << 8) | src[inAt++]!;
        }
        bound = Math.imul(range >>> 11, prob);
        if (code >>> 0 < bound >>> 0) {
          range = bound;
          probs[index] = prob + ((2048 - prob) >> 5);
          slot <<= 1;
        } else {
          range = (range - bound) | 0;
          code = (code - bound) | 0;
          probs[index] = prob - (prob >> 5);
          slot = (slot << 1) | 1;
        }
      } while (slot < 64);
      slot -= 64;
      rep0 = slot;
      if (slot >= 4) {
        let bits = (slot >> 1) - 1;
        rep0 = (2 | (slot & 1)) << bits;
        let tree = posSpecial + rep0 - slot;
        let direct = 0;
        if (slot >= 14) {
          for (let left = bits - 4; left > 0; left--) {
            if (range >>> 24 === 0) {
              range <<= 8;
              code = (code << 8) | src[inAt++]!;
            }
            range >>>= 1;
            code = (code - range) | 0;
            const sign = code >> 31;
            code = (code + (range & sign)) | 0;
            direct = (direct << 1) + sign + 1;
          }
          rep0 = (rep0 + (direct << 4)) | 0;
          tree = posAlign;
          bits = 4;
        }
        let node = 1;
        let reversed = 0;
        for (let bit = 0; bit < bits; bit++) {
          index = tree + node;
          prob = probs[index]!;
          if (range >>> 24 === 0) {
            range <<= 8;
            code = (code << 8) | src[inAt++]!;
          }
          bound = Math.imul(range >>> 11, prob);
          if (code >>> 0 < bound >>> 0) {
            range = bound;
            probs[index] = prob + ((2048 - prob) >> 5);
            node <<= 1;
          } else {
            range = (range - bound) | 0;
            code = (code - bound) | 0;
            probs[index] = prob - (prob >> 5);
            node = (node << 1) | 1;
            reversed |= 1 << bit;
          }
        }
        rep0 = (rep0 + reversed) | 0;
        if (rep0 === -1) {
          if (range >>> 24 === 0) {
            range <<= 8;
            code = (code << 8) | src[inAt++]!;
          }
          if (inAt > end) kind = "truncated";
          else if (mayMark && code === 0 && (at === target || target === Infinity)) kind = "done";
          break;
        }
      }
      state = state < 7 ? 7 : 10;
    } else if (isShort) {
      state = state < 7 ? 9 : 11;
    } else {
      state = state < 7 ? 8 : 11;
    }

    if (inAt > end) {
      kind = "truncated";
      break;
    }
    if (rep0 >>> 0 >= at - dictionaryFrom) break;
    if (at + length > room) {
      output.used = at;
      out = makeRoom(output, length);
      room = Math.min(out.length, stop);
    }
    const upTo = Math.min(at + length, room);
    const isCut = upTo < at + length;
    let from = at - rep0 - 1;
    while (at < upTo) out[at++] = out[from++]!;
    if (isCut) {
      if (stop < target) kind = "limit";
      break;
    }
  }

  output.used = at;
  lzma.state = state;
  lzma.rep0 = rep0;
  lzma.rep1 = rep1;
  lzma.rep2 = rep2;
  lzma.rep3 = rep3;
  return { kind, at: Math.min(inAt, end) };
}
