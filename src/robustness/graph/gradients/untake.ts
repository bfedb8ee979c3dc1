// The gradient of taking slices along one axis: what slices, paddings, gathers and resizes by whole pixels share.
import type { Emitter } from "../rule.ts";

/** Where the slices of the output were taken from. */
export interface Taken {
  readonly gradient: string;
  readonly axis: number;
  /** For every slice of the output the one of the input. Not negative. */
  readonly indices: readonly number[];
  /** How many slices the input has. */
  readonly length: number;
}

/** Up to here every slice of the input looks up its readers; beyond that a matrix product or a scatter is cheaper. */
const maxReaders = 4;
const maxMatrix = 2 ** 22;

const product = (values: readonly number[]): number => values.reduce((all, each) => all * each, 1);

/** Zeros, or another number, of a shape; not kept in the file. */
export function filled(emit: Emitter, value: number, shape: readonly number[]): string {
  return emit.node("Expand", [emit.floats([value], []), emit.ints(shape)]);
}

/** Adds each slice of the gradient to the slice of the input that it was taken from. */
export function untake(emit: Emitter, taken: Taken): string {
  const { gradient, axis, indices, length } = taken;
  const first = indices[0] ?? 0;
  if (indices.every((index, at) => index === first + at)) return placed(emit, taken, first);
  const readers = readersOf(indices, length);
  const most = readers.reduce((most, each) => Math.max(most, each.length), 0);
  if (most <= maxReaders) return looked(emit, taken, { readers, most });
  const shape = emit.shape(gradient);
  const outer = product(shape.slice(0, axis));
  const inner = product(shape.slice(axis + 1));
  const rows = emit.reshape(gradient, [outer, indices.length, inner]);
  const result =
    indices.length * length <= maxMatrix
      ? emit.node("MatMul", [emit.floats(oneHot(indices, length), [length, indices.length]), rows])
      : scattered(emit, {
          gradient: rows,
          indices: emit.ints(indices),
          length,
        });
  return emit.reshape(result, [...shape.slice(0, axis), length, ...shape.slice(axis + 1)]);
}

/** A run of neighbours goes back between zeros. */
function placed(emit: Emitter, { gradient, axis, indices, length }: Taken, first: number): string {
  const after = length - first - indices.length;
  if (first === 0 && after === 0) return gradient;
  const rank = emit.shape(gradient).length;
  const pads = Array.from({ length: 2 * rank }, () => 0);
  pads[axis] = first;
  pads[rank + axis] = after;
  return emit.node("Pad", [gradient, emit.ints(pads), emit.floats([0], [])]);
}

function readersOf(indices: readonly number[], length: number): readonly (readonly number[])[] {
  const readers: number[][] = Array.from({ length }, () => []);
  for (const [at, index] of indices.entries()) readers[index]!.push(at);
  return readers;
}

/** Every slice of the input sums its few readers; where it has less, it reads a slice of zeros behind the end. */
function looked(
  emit: Emitter,
  { gradient, axis, indices, length }: Taken,
  found: { readonly readers: readonly (readonly number[])[]; readonly most: number },
): string {
  const isEven = found.readers.every((each) => each.length === found.most);
  const source = isEven
    ? gradient
    : placed(emit, { gradient, axis, indices, length: indices.length + 1 }, 0);
  const terms = Array.from({ length: found.most }, (_, at) =>
    emit.node(
      "Gather",
      [source, emit.ints(found.readers.map((each) => each[at] ?? indices.length))],
      { attributes: { axis } },
    ),
  );
  const [head, ...rest] = terms;
  if (head === undefined) {
    const shape = emit.shape(gradient);
    return filled(emit, 0, [...shape.slice(0, axis), length, ...shape.slice(axis + 1)]);
  }
  return rest.reduce((sum, term) => emit.node("Add", [sum, term]), head);
}

function oneHot(indices: readonly number[], length: number): Float32Array {
  const matrix = new Float32Array(length * indices.length);
  for (const [at, index] of indices.entries()) matrix[index * indices.length + at] = 1;
  return matrix;
}

/** The same for a gradient [outer, taken, inner] and indices [taken] that are only known when the graph runs. */
export function scattered(
  emit: Emitter,
  taken: { readonly gradient: string; readonly indices: string; readonly length: number },
): string {
  const [outer = 1, count = 1, inner = 1] = emit.shape(taken.gradient);
  const indices = emit.node("Expand", [
    emit.reshape(taken.indices, [1, count, 1]),
    emit.ints([outer, count, inner]),
  ]);
  return emit.node(
    "ScatterElements",
    [filled(emit, 0, [outer, taken.length, inner]), indices, taken.gradient],
    { attributes: { axis: 1, reduction: "add" } },
  );
}
