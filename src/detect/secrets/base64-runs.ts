// Base64 in bytes: where its runs begin, and which of them can be text that was encoded.

/** Pieces of base64 that are shorter hold no key. */
export const minRun = 24;

/** What each character stands for, in both alphabets (RFC 4648, 4 and 5); `none` for the others. */
const none = 64;
const sextets = new Uint8Array(256).fill(none);
for (const alphabet of ["+/", "-_"].map(
  (last) => `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789${last}`,
))
  for (let at = 0; at < alphabet.length; at++) sextets[alphabet.charCodeAt(at)] = at;

/** 1 for the bytes that printed text is made of: ASCII, tabs and line breaks. */
const printable = new Uint8Array(256);
for (let code = 32; code < 127; code++) printable[code] = 1;
for (const code of [9, 10, 13]) printable[code] = 1;

/** True where a character of base64 stands, of either alphabet. */
export function isBase64At(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 && sextets[code] !== none;
}

/** True for a text of nothing but printed characters. */
export function isPrintable(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 126 || printable[code] === 0) return false;
  }
  return true;
}

/**
 * True where the first sixteen characters stand for twelve that are printed. Random ones do once in
 * a hundred thousand times, and nineteen of twenty fail at the first four: most of a file of images
 * or hashes is left behind here, before a text is made of it.
 */
function beginsText(bytes: Uint8Array, start: number): boolean {
  for (let at = start; at < start + 16; at += 4) {
    const four =
      (sextets[bytes[at]!]! << 18) |
      (sextets[bytes[at + 1]!]! << 12) |
      (sextets[bytes[at + 2]!]! << 6) |
      sextets[bytes[at + 3]!]!;
    if (
      printable[four >> 16] === 0 ||
      printable[(four >> 8) & 255] === 0 ||
      printable[four & 255] === 0
    )
      return false;
  }
  return true;
}

/**
 * Lists where runs begin that can be text. Each is looked for from its end, so that words cost
 * little.
 */
export function searchRuns(bytes: Uint8Array, length: number, onRun: (at: number) => void): void {
  let start = 0;
  while (start + minRun <= length) {
    let at = start + minRun - 1;
    while (at >= start && sextets[bytes[at]!] !== none) at--;
    if (at >= start) {
      start = at + 1;
      continue;
    }
    if (beginsText(bytes, start)) onRun(start);
    start += minRun;
    while (start < length && sextets[bytes[start]!] !== none) start++;
  }
}
