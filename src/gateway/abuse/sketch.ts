/** Dimensions of a sketch. */
export const width = 128;
/** Characters of a query that count: its end, where the question stands. */
const most = 512;

/**
 * What a query is like: hashed trigrams of its letters as a vector of length 1, so that the product of two is
 * their cosine. Digits are all the same, so that only a number that changes changes nothing.
 */
export function sketchOf(text: string): Float32Array {
  const vector = new Float32Array(width);
  const from = Math.max(0, text.length - most);
  let a = 32;
  let b = 32;
  for (let at = from; at <= text.length; at++) {
    let code = at < text.length ? text.charCodeAt(at) : 32;
    if (code < 128) {
      if (code >= 65 && code <= 90) code += 32;
      else if (code >= 48 && code <= 57) code = 48;
      else if (code < 97 || code > 122) code = 32;
    }
    if (code === 32 && b === 32) continue;
    const hash = Math.imul(Math.imul(a, 31) + b, 0x9e37_79b1) ^ Math.imul(code, 0x85eb_ca6b);
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
    vector[(mixed >>> 8) & (width - 1)]! += (mixed & 1) === 0 ? 1 : -1;
    a = b;
    b = code;
  }
  let square = 0;
  for (const each of vector) square += each * each;
  if (square > 0) {
    const scale = 1 / Math.sqrt(square);
    for (let index = 0; index < width; index++) vector[index]! *= scale;
  }
  return vector;
}

/** Cosine of two sketches. */
export function likeness(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < width; index++) sum += one[index]! * other[index]!;
  return sum;
}
