// Chains of cheap operators, a block of rows at a time, so that what is between them stays in the cache.
import type { Graph, Value } from "../../../formats/onnx/model.ts";
import { sizeOf } from "../../batch.ts";
import { emission } from "../emit.ts";
import type { Emitter } from "../rule.ts";

/** Elements of a block, about: several of them fit into a second-level cache. */
const blockSize = 48 * 1024;
/** Elements below which a chain is written as it is. */
const worthwhile = 8 * blockSize;

/** Values of as many rows each, and what is the same for all rows. */
export interface Chain {
  /** Rows × width each; the first is as wide as the result. */
  readonly rows: readonly string[];
  readonly shared?: readonly string[];
  /** Writes the chain for some rows. */
  readonly write: (emit: Emitter, rows: readonly string[]) => string;
}

/** The number of rows of a block: divides the number of all. 0 where none of a fitting size does. */
function rowsOfBlock(rows: number, width: number): number {
  let best = 0;
  for (let count = 1; count * count <= rows; count++) {
    if (rows % count !== 0) continue;
    for (const each of [count, rows / count])
      if (each * width <= 2 * blockSize && each > best) best = each;
  }
  return best * width * 8 >= blockSize ? best : 0;
}

/**
 * Operators of one element take as long as memory does. onnxruntime runs them one after another over all elements, out
 * to memory and back each time; as the body of a Scan over blocks the same chain takes about half the time, and keeps
 * nothing between.
 */
export function inBlocks(emit: Emitter, { rows, shared = [], write }: Chain): string {
  const [count = 1, width = 1] = emit.shape(rows[0]!);
  const each = rowsOfBlock(count, width);
  if (count * width < worthwhile || each === 0) return write(emit, rows);
  const steps = count / each;
  const prefix = emit.fresh("block");
  const inputs: Value[] = rows.map((name, index) => ({
    name: `${prefix}/row_${index}`,
    type: emit.type(name),
    shape: [each, sizeOf(emit.shape(name).slice(1))],
  }));
  const known = new Map(
    inputs.map(({ name, type, shape }) => [name, { type, shape: shape as readonly number[] }]),
  );
  for (const name of shared) known.set(name, { type: emit.type(name), shape: emit.shape(name) });
  const inner = emission(known, { prefix });
  const result = write(
    inner.emit,
    inputs.map(({ name }) => name),
  );
  const { nodes, initializers } = inner.needed([result]);
  const type = inner.emit.type(result);
  const body: Graph = {
    name: prefix,
    nodes,
    initializers,
    inputs,
    outputs: [{ name: result, type, shape: inner.emit.shape(result) }],
    values: new Map(),
  };
  const stacked = rows.map((name) =>
    emit.reshape(name, [steps, each, sizeOf(emit.shape(name).slice(1))]),
  );
  const found = emit.node("Scan", stacked, {
    attributes: { num_scan_inputs: rows.length, body: { kind: "graph", value: body } },
    facts: [{ type, shape: [steps, ...inner.emit.shape(result)] }],
  });
  return emit.reshape(found, [count, width]);
}

/** The same for a chain that works element by element on values of one shape. */
export function elementsInBlocks(
  emit: Emitter,
  values: readonly string[],
  write: (emit: Emitter, values: readonly string[]) => string,
): string {
  const shape = emit.shape(values[0]!);
  const width = shape.at(-1) ?? 1;
  const rows = values.map((name) => emit.reshape(name, [sizeOf(shape) / width, width]));
  if (sizeOf(shape) < worthwhile) return write(emit, values);
  return emit.reshape(inBlocks(emit, { rows, write }), shape);
}
