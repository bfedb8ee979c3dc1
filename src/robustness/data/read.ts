// Data of any kind that is read, as inputs in memory.
import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { endianness } from "node:os";
import { sizeOf } from "../batch.ts";
import { randomOf } from "../random.ts";
import type { DataSet } from "./dataset.ts";
import { dataLimits, invalid } from "./fault.ts";
import type { Items } from "./items.ts";
import { settleLabels } from "./labels.ts";
import { inner, neighbour, openItems, openLabels } from "./open.ts";
import { planFor, type InputShape, type Plan } from "./prepare.ts";
import type { Columns, Preprocessing } from "./schema.ts";

export interface DataOptions {
  /** A file or folder; `file.npz!name` for one array of several. */
  readonly data: string;
  /** A file of labels where they stand apart: npy, npz, IDX, CSV, or one label a line. */
  readonly labels?: string;
  readonly preprocessing?: Preprocessing;
  readonly columns?: Columns;
  /** Axes of the model's input without N; data are brought to it. */
  readonly inputShape?: InputShape;
  /** The model's names of its classes, by number. */
  readonly classNames?: readonly string[];
  /** At most so many items. Of folders sorted by class they are taken evenly, of others from the front. */
  readonly limit?: number;
  /** Items before it are passed over; not together with `seed`. */
  readonly start?: number;
  /** Takes `limit` items by chance, repeatably, instead. */
  readonly seed?: number;
  readonly signal?: AbortSignal;
}

/** Numbers of the items that are taken, ascending. */
function chosen(
  { count, isSorted = false }: Items,
  { limit = count, start = 0, seed }: DataOptions,
): readonly number[] {
  if (!Number.isInteger(limit) || limit < 1)
    throw invalid(`a limit of ${limit} items takes none`, "State 1 or more.");
  if (start < 0 || start >= count)
    throw invalid(`item ${start} is not there: the data have ${count}`, "State a smaller start.");
  const most = Math.min(limit, count - start);
  if (seed === undefined) {
    const step = isSorted ? (count - start) / most : 1;
    return Array.from({ length: most }, (_, index) => start + Math.floor(index * step));
  }
  // The first items of a shuffle (Fisher and Yates), without the rest of it.
  const random = randomOf(seed);
  const moved = new Map<number, number>();
  const taken: number[] = [];
  for (let index = 0; index < most; index++) {
    const other = index + random.below(count - index);
    taken.push(moved.get(other) ?? other);
    moved.set(other, moved.get(index) ?? index);
  }
  return taken.sort((a, b) => a - b);
}

function digestOf(
  inputs: Float32Array,
  shape: readonly number[],
  labels: Int32Array | undefined,
): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify({ shape, labels: labels !== undefined }));
  for (const part of [inputs, labels]) {
    if (part === undefined) continue;
    const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    for (let at = 0; at < bytes.length; at += 2 ** 26) {
      const piece = bytes.subarray(at, at + 2 ** 26);
      hash.update(endianness() === "LE" ? piece : Buffer.from(piece).swap32());
    }
  }
  return `sha256:${hash.digest("hex")}`;
}

interface Filled {
  readonly plan: Plan;
  readonly data: Float32Array;
}

async function fill(items: Items, taken: readonly number[], options: DataOptions): Promise<Filled> {
  const { preprocessing = {}, inputShape, signal } = options;
  let plan: Plan | undefined;
  let data = new Float32Array(0);
  let size = 0;
  let at = 0;
  for await (const item of items.read(taken)) {
    signal?.throwIfAborted();
    if (plan === undefined) {
      plan = planFor(item, {
        holds: items.holds,
        preprocessing,
        ...(inputShape && { inputShape }),
      });
      size = sizeOf(plan.shape);
      if (size * taken.length > dataLimits.values)
        throw invalid(
          `${taken.length} inputs of ${plan.shape.join(" × ")} are too many for memory`,
          "Take fewer with a limit.",
        );
      data = new Float32Array(size * taken.length);
    }
    const into = data.subarray(at * size, (at + 1) * size);
    plan.write(item, into);
    for (let index = 0; index < into.length; index++)
      if (!Number.isFinite(into[index]!))
        throw invalid(
          `${items.name(taken[at]!)} has a value that is no number (NaN or infinite)`,
          "Fill gaps, or leave such items out.",
        );
    at++;
  }
  if (plan === undefined)
    throw invalid(`${options.data} has no items`, "Name data with one item at least.");
  return { plan, data };
}

function rangeOf(
  { data }: Filled,
  items: Items,
  { range, scale = 1 }: Preprocessing,
): readonly [number, number] {
  if (range !== undefined) return range;
  if (items.holds === "pictures") return scale >= 0 ? [0, 255 * scale] : [255 * scale, 0];
  let [least, most] = [Infinity, -Infinity];
  for (const value of data) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

function checkRange({ data }: Filled, [least, most]: readonly [number, number]): void {
  if (!(least < most))
    throw invalid(
      `the range ${least} to ${most} leaves nothing to change`,
      "State a least value and a greater most.",
    );
  // Scaled numbers are float32: the last digit may differ.
  const slack = 1e-5 * (most - least);
  for (const value of data)
    if (value < least - slack || value > most + slack)
      throw invalid(
        `the data have ${value}, which is outside of the range ${least} to ${most}`,
        "Check `scale` and `range`: the range is of values after the scale.",
      );
}

/** Reads data. Throws a PaviseError `data-invalid` that says what to do, for whatever is wrong with them. */
export async function readDataSet(options: DataOptions): Promise<DataSet> {
  const { preprocessing = {} } = options;
  const items = await openItems(options);
  try {
    if (items.count === 0)
      throw invalid(`${options.data} has no items`, "Name data with one item at least.");
    const apart =
      statSync(inner(options.data)[0]).isDirectory() && items.labels !== undefined
        ? undefined
        : (options.labels ?? (items.labels === undefined ? neighbour(options.data) : undefined));
    const values = apart === undefined ? items.labels : await openLabels(apart);
    if (values !== undefined && values.length !== items.count)
      throw invalid(
        `there are ${items.count} items and ${values.length} labels`,
        "Name the labels of the same items.",
      );
    const settled =
      values &&
      settleLabels(values, (index) => items.name(index), options.classNames ?? items.classNames);
    const taken = chosen(items, options);
    const filled = await fill(items, taken, options);
    const shape = [taken.length, ...filled.plan.shape];
    const labels = settled && Int32Array.from(taken, (index) => settled.labels[index]!);
    const range = rangeOf(filled, items, preprocessing);
    const notes = [...(items.notes ?? []), ...filled.plan.notes];
    if (preprocessing.range === undefined && items.holds === "numbers")
      notes.push(
        `no valid range is stated, so that of the data was taken: ${range[0]} to ${range[1]}`,
      );
    checkRange(filled, range);
    const classNames = settled?.classNames ?? options.classNames ?? items.classNames;
    return {
      inputs: { data: filled.data, shape },
      layout: filled.plan.layout,
      labels,
      ...(classNames && { classNames }),
      names: taken.map((index) => items.name(index)),
      available: items.count,
      range,
      ...(items.columns && { columns: items.columns }),
      digest: digestOf(filled.data, shape, labels),
      notes,
    };
  } finally {
    items.close();
  }
}
