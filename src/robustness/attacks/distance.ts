// How far one input was moved, always in float64 from the float32 values that are handed out.
import { countOf, sizeOf, type Batch } from "../batch.ts";
import type { Norm } from "./define.ts";

/** Distance of two inputs of equal length. L0 counts the elements that differ. */
export function distance(a: Float32Array, b: Float32Array, norm: Norm): number {
  let sum = 0;
  if (norm === "linf") {
    for (let k = 0; k < a.length; k++) sum = Math.max(sum, Math.abs(a[k]! - b[k]!));
    return sum;
  }
  if (norm === "l2") {
    for (let k = 0; k < a.length; k++) sum += (a[k]! - b[k]!) ** 2;
    return Math.sqrt(sum);
  }
  if (norm === "l1") {
    for (let k = 0; k < a.length; k++) sum += Math.abs(a[k]! - b[k]!);
    return sum;
  }
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) sum++;
  return sum;
}

/** Distance of each item. Both batches have the same shape. */
export function distances(a: Batch, b: Batch, norm: Norm): Float64Array {
  const size = sizeOf(a.shape.slice(1));
  return Float64Array.from({ length: countOf(a) }, (_, item) =>
    distance(
      a.data.subarray(item * size, (item + 1) * size),
      b.data.subarray(item * size, (item + 1) * size),
      norm,
    ),
  );
}
