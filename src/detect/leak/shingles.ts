// Pieces of a fixed length, by a hash that is carried on from one place to the next (Karp and Rabin
// 1987): a text is compared with many others in one pass.
import type { Letters } from "./letters.ts";

const factor = 0x01000193;

/** The factor of the letter that leaves a piece of this length. */
export function leavingFactor(length: number): number {
  let power = 1;
  for (let at = 1; at < length; at++) power = Math.imul(power, factor);
  return power;
}

/** Calls back for each place with the hash of the `length` letters that begin there. */
export function eachShingle(
  { codes, length: count }: Pick<Letters, "codes" | "length">,
  length: number,
  onShingle: (hash: number, at: number) => void,
): void {
  if (count < length) return;
  const leaving = leavingFactor(length);
  let hash = 0;
  for (let at = 0; at < length; at++) hash = (Math.imul(hash, factor) + codes[at]!) | 0;
  onShingle(hash, 0);
  for (let at = length; at < count; at++) {
    hash = (hash - Math.imul(codes[at - length]!, leaving)) | 0;
    hash = (Math.imul(hash, factor) + codes[at]!) | 0;
    onShingle(hash, at - length + 1);
  }
}

/** A set of hashes that most others are told apart from by one bit. */
export interface HashFilter {
  readonly bits: Uint8Array;
}

const filterBits = 18;

export function createFilter(): HashFilter {
  return { bits: new Uint8Array(1 << (filterBits - 3)) };
}

const spread = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - filterBits);

export function addToFilter({ bits }: HashFilter, hash: number): void {
  const bit = spread(hash);
  bits[bit >> 3]! |= 1 << (bit & 7);
}

export function mayHave({ bits }: HashFilter, hash: number): boolean {
  const bit = spread(hash);
  return (bits[bit >> 3]! & (1 << (bit & 7))) !== 0;
}
