// Stretches of readable text in bytes that an encoding hid.

/** A text in bytes, with the offset of the byte of each of its UTF-16 units where they are not the same. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Undefined where each unit is one byte. */
  readonly places: Uint32Array | undefined;
}

/** A part of a run has to be this long, since bytes at random have short ones. */
const leastPart = 12;
const leastWhole = 6;
/** The share of letters, digits of no script excepted, and spaces that text has. */
const leastReadable = 0.7;

/** How many bytes a character of UTF-8 has at an offset; 0 where there is none that is drawn. */
function drawnLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80)
    return first >= 0x20
      ? first === 0x7f
        ? 0
        : 1
      : first === 9 || first === 10 || first === 13
        ? 1
        : 0;
  const length =
    first >= 0xf0 ? (first <= 0xf4 ? 4 : 0) : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  for (let more = 1; more < length; more++) if ((bytes[at + more]! & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1]!;
  if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second >= 0xa0)) return 0;
  if ((first === 0xf0 && second < 0x90) || (first === 0xf4 && second >= 0x90)) return 0;
  // C1 controls are not drawn.
  return first === 0xc2 && second < 0xa0 ? 0 : length;
}

/** Shorter texts beyond ASCII are read into bytes at random too often. */
const leastForeign = 12;

function isForeign(code: number): boolean {
  return code > 0x24f;
}

/** Scripts change within words again and again, as they do where bytes at random are read as UTF-8. */
function isMixture(text: string, most: number): boolean {
  let foreign = 0;
  let changes = 0;
  let before = 0;
  for (let at = 0; at < most; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) foreign++;
    const lower = code | 32;
    const side = isForeign(code) ? 2 : lower >= 97 && lower <= 122 ? 1 : 0;
    if (side !== 0 && before !== 0 && side !== before) changes++;
    before = side;
  }
  return foreign > 0 && (most < leastForeign || changes * 6 > most);
}

/** Mostly letters and spaces, as sentences are, and not digits and signs, as ids are. */
export function isReadable(text: string): boolean {
  const most = Math.min(text.length, 4096);
  let readable = 0;
  let letters = 0;
  for (let at = 0; at < most; at++) {
    const code = text.charCodeAt(at);
    const lower = code | 32;
    const isLetter = (lower >= 97 && lower <= 122) || code > 0xbf;
    if (isLetter) letters++;
    if (isLetter || code === 32 || code === 10) readable++;
  }
  return letters >= 4 && readable >= most * leastReadable && !isMixture(text, most);
}

function stretchOf(bytes: Uint8Array, start: number, end: number): Stretch {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("utf8");
  if (text.length === end - start) return { text, start, end, places: undefined };
  const places = new Uint32Array(text.length + 1);
  let unit = 0;
  for (let at = start; at < end;) {
    const length = drawnLength(bytes, at);
    places[unit++] = at;
    if (length === 4) places[unit++] = at;
    at += length;
  }
  places[unit] = end;
  return { text, start, end, places };
}

/** UTF-16 of ASCII letters, as PowerShell takes it: every other byte is zero. */
function withoutZeros(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length < 16 || bytes[1] !== 0 || bytes[3] !== 0 || bytes[5] !== 0) return undefined;
  const half = new Uint8Array(bytes.length >> 1);
  for (let at = 0; at < half.length; at++) half[at] = bytes[at * 2]!;
  return half;
}

/** The readable texts in bytes, in order. Linear. */
export function stretchesOf(given: Uint8Array): {
  readonly stretches: readonly Stretch[];
  readonly step: number;
} {
  const half = withoutZeros(given);
  const bytes = half ?? given;
  const stretches: Stretch[] = [];
  let start = 0;
  for (let at = 0; at <= bytes.length;) {
    const length = at < bytes.length ? drawnLength(bytes, at) : 0;
    if (length > 0) {
      at += length;
      continue;
    }
    const isWhole = start === 0 && at >= bytes.length - 1;
    if (at - start >= (isWhole ? leastWhole : leastPart)) {
      const stretch = stretchOf(bytes, start, at);
      if (isReadable(stretch.text)) stretches.push(stretch);
    }
    at++;
    start = at;
  }
  return { stretches, step: half === undefined ? 1 : 2 };
}
