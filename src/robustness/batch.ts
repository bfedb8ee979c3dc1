/** N inputs or their gradients, one after another: row-major, the first axis is N. */
export interface Batch {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/** Elements of one item of these axes. */
export function sizeOf(shape: readonly number[]): number {
  let size = 1;
  for (const length of shape) size *= length;
  return size;
}

/** How many items there are. */
export function countOf({ shape }: Batch): number {
  return shape[0] ?? 0;
}

/** Items from `start` up to `end`, without a copy. */
export function sliceOf(batch: Batch, start: number, end: number): Batch {
  const size = sizeOf(batch.shape.slice(1));
  return {
    data: batch.data.subarray(start * size, end * size),
    shape: [end - start, ...batch.shape.slice(1)],
  };
}

/** The items of these numbers, in that order, copied. */
export function pick(batch: Batch, items: readonly number[] | Int32Array): Batch {
  const size = sizeOf(batch.shape.slice(1));
  const data = new Float32Array(items.length * size);
  let at = 0;
  for (const item of items) {
    data.set(batch.data.subarray(item * size, (item + 1) * size), at);
    at += size;
  }
  return { data, shape: [items.length, ...batch.shape.slice(1)] };
}
