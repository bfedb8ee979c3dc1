import { stretchesOf, type Stretch } from "./bytes.ts";
import type { Layer } from "./view.ts";

/** Shorter runs say too little. */
const leastRun = 16;
/** Shorter lines of base64 are not joined with the next one. */
const leastLine = 20;

/** What a unit is in base64 and hexadecimal. */
const base64Unit = 1;
const hexUnit = 2;
const units = new Uint8Array(128);
for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_")
  units[letter.charCodeAt(0)] = base64Unit;
for (const letter of "0123456789abcdefABCDEF") units[letter.charCodeAt(0)]! |= hexUnit;

function unitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? units[code]! : 0;
}

/** A run of characters of base64, over line breaks; `places` are those of its characters in the text. */
interface Run {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  readonly isHex: boolean;
  /** Where lines were joined: a place in the digits, and what it is off by from there on. */
  readonly breaks: readonly (readonly [at: number, skipped: number])[];
}

function readRun(text: string, start: number): Run {
  const breaks: [number, number][] = [];
  let digits = "";
  let skipped = 0;
  let all = hexUnit | base64Unit;
  let line = start;
  let at = start;
  for (;;) {
    const unit = unitAt(text, at);
    if (unit !== 0) {
      all &= unit;
      at++;
      continue;
    }
    digits += text.slice(line, at);
    const isLong = at - line >= leastLine;
    let next = at;
    if (text.charCodeAt(next) === 13) next++;
    if (text.charCodeAt(next) !== 10 || !isLong) break;
    next++;
    while (next < text.length && (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 9))
      next++;
    let ahead = next;
    while (ahead < next + 4 && unitAt(text, ahead) !== 0) ahead++;
    if (ahead < next + 4) break;
    skipped += next - at;
    breaks.push([digits.length, skipped]);
    at = line = next;
  }
  return { digits, start, end: at, isHex: (all & hexUnit) !== 0, breaks };
}

function placeOf({ start, breaks }: Run, digit: number): number {
  let skipped = 0;
  for (const [at, more] of breaks) {
    if (at > digit) break;
    skipped = more;
  }
  return start + digit + skipped;
}

interface Reading {
  readonly disguise: string;
  readonly bytes: Uint8Array;
  /** Digits for a byte, and how many were left out before the first. */
  readonly width: number;
  readonly offset: number;
}

function layersOf(run: Run, reading: Reading): readonly Layer[] {
  const { stretches, step } = stretchesOf(reading.bytes);
  const digitOf = (byte: number, round: (value: number) => number): number =>
    Math.min(run.digits.length, reading.offset + round(byte * step * reading.width));
  const byteOf = (stretch: Stretch, unit: number): number =>
    stretch.places === undefined ? stretch.start + unit : stretch.places[unit]!;
  return stretches.map((stretch) => ({
    disguise: reading.disguise,
    text: stretch.text,
    toOriginal: (start, end) => ({
      start: placeOf(run, digitOf(byteOf(stretch, start), Math.floor)),
      end: placeOf(run, Math.max(0, digitOf(byteOf(stretch, end), Math.ceil) - 1)) + 1,
    }),
  }));
}

/** The texts in a run: as hexadecimal where it can be, else as base64 that begins at any of its first digits. */
function* readingsOf(run: Run): Generator<Reading> {
  const { digits } = run;
  if (run.isHex) {
    const bytes = Buffer.from(digits.slice(0, digits.length & ~1), "hex");
    yield { disguise: "hex", bytes, width: 2, offset: 0 };
  }
  for (let offset = 0; offset < 4; offset++) {
    const bytes = Buffer.from(offset === 0 ? digits : digits.slice(offset), "base64");
    yield { disguise: "base64", bytes, width: 4 / 3, offset };
  }
}

/**
 * What stands in base64 (either alphabet) or hexadecimal. Runs are found by looking at every 16th
 * character; what decodes to no readable text is left alone, as hashes, ids and paths do.
 */
export function* encodedLayers(text: string): Generator<Layer> {
  let from = 0;
  for (let at = leastRun - 1; at < text.length; at += leastRun) {
    if (unitAt(text, at) === 0) continue;
    let start = at;
    while (start > from && unitAt(text, start - 1) !== 0) start--;
    let end = at;
    while (end < start + leastRun && unitAt(text, end) !== 0) end++;
    if (end - start < leastRun) continue;
    const run = readRun(text, start);
    for (const reading of readingsOf(run)) {
      const layers = layersOf(run, reading);
      yield* layers;
      if (layers.length > 0) break;
    }
    from = run.end;
    at = Math.max(at, run.end);
  }
}
