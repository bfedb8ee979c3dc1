// The orthonormal discrete cosine transform (DCT-II), one basis vector at a time.

/** cos(π (n + ½) k / length), scaled so that its length is 1. */
export function cosine(length: number, frequency: number): Float64Array {
  const scale = Math.sqrt((frequency === 0 ? 1 : 2) / length);
  return Float64Array.from(
    { length },
    (_, n) => scale * Math.cos((Math.PI * (n + 0.5) * frequency) / length),
  );
}
