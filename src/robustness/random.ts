// Random numbers that a seed repeats: xoshiro128** (Blackman & Vigna 2018), seeded by SplitMix32.

/** A stream of random numbers. */
export interface Random {
  /** From 0 up to, not with, 1. */
  uniform(): number;
  /** Mean 0, deviation 1 (Box and Muller 1958). */
  gaussian(): number;
  /** A whole number from 0 up to, not with, `limit`. */
  below(limit: number): number;
  /** A stream of its own that depends on the seed and the label only, not on what was drawn before. */
  fork(label: number | string): Random;
}

function splitMix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
}

/** FNV-1a over the label, on top of the seed. */
function mix(seed: number, label: number | string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (const char of `${typeof label}:${label}`) {
    hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193) >>> 0;
  }
  return hash;
}

/** Starts a stream. The same seed gives the same numbers on every machine. */
export function randomOf(seed: number): Random {
  const next = splitMix(seed);
  let [a, b, c, d] = [next(), next(), next(), next()];
  let spare: number | undefined;

  function bits(): number {
    const fives = Math.imul(b, 5);
    const result = Math.imul((fives << 7) | (fives >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  }

  const uniform = (): number => (bits() * 2 ** 21 + (bits() >>> 11)) / 2 ** 53;

  return {
    uniform,
    gaussian: () => {
      if (spare !== undefined) {
        const kept = spare;
        spare = undefined;
        return kept;
      }
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
      const angle = 2 * Math.PI * uniform();
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
    below: (limit) => Math.floor(uniform() * limit),
    fork: (label) => randomOf(mix(seed, label)),
  };
}
