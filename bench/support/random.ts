/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** An integer from 0 to `below`, exclusive. */
  readonly below: (below: number) => number;
  /** One of a list. */
  readonly pick: <T>(list: readonly T[]) => T;
}

/** Mulberry32, by Tommy Ettinger (public domain). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (limit: number): number => Math.floor(next() * limit);
  function pick<T>(list: readonly T[]): T {
    const item = list[below(list.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  }
  return { below, pick };
}
