// How the elements of an input lie as an image: where channel, row and column are.

/** An input seen as planes of rows and columns. The element at c, y, x is `c·channel + y·row + x·column`. */
export interface Planes {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly strides: { readonly channel: number; readonly row: number; readonly column: number };
}

/**
 * Reads the axes of one input as an image: C × H × W, or H × W × C where the last axis has 4 elements or fewer
 * and the first has more, or H × W. Undefined for any other: it has no rows and columns that we know of.
 */
export function planesOf(shape: readonly number[]): Planes | undefined {
  if (shape.length === 2) return planesOf([1, ...shape]);
  if (shape.length !== 3) return undefined;
  const [a, b, c] = [shape[0]!, shape[1]!, shape[2]!];
  if (c <= 4 && a > 4) {
    return {
      channels: c,
      height: a,
      width: b,
      strides: { channel: 1, row: b * c, column: c },
    };
  }
  return { channels: a, height: b, width: c, strides: { channel: b * c, row: c, column: 1 } };
}
