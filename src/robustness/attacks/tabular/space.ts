// What a schema allows: the feasible inputs around an original, the way to the nearest of them, and what a change costs.
import { PaviseError } from "../../../core/errors.ts";
import type { TableSchema } from "./schema.ts";

/** One column, with a scale in which a change of 1 is the whole range. */
export interface Column {
  readonly name: string;
  readonly change: "free" | "never" | "up" | "down";
  readonly low: number;
  readonly high: number;
  /** 0 where every value is valid. */
  readonly step: number;
  readonly scale: number;
  readonly weight: number;
  /** Number of the one-hot feature it belongs to, or −1. */
  readonly group: number;
}

export interface OneHot {
  readonly columns: readonly number[];
  readonly isFree: boolean;
  readonly on: number;
  readonly off: number;
  readonly weight: number;
}

type Bond =
  | { readonly kind: "at-most"; readonly less: number; readonly greater: number }
  | { readonly kind: "sum"; readonly of: readonly number[]; readonly total: number };

/** All that is allowed. */
export interface Table {
  readonly columns: readonly Column[];
  readonly groups: readonly OneHot[];
  readonly bonds: readonly Bond[];
}

function invalid(message: string, hint: string): PaviseError {
  return new PaviseError("data-invalid", message, { hint });
}

/**
 * Reads a schema for inputs of so many columns.
 *
 * @throws `data-invalid` where it does not fit them, or names what is not there.
 */
export function tableOf(
  { features, relations }: TableSchema,
  { size, range }: { readonly size: number; readonly range: readonly [number, number] },
): Table {
  const columns: Column[] = [];
  const groups: OneHot[] = [];
  const plain = { kind: "continuous", change: "free", weight: 1 } as const;
  for (const feature of features ?? Array.from({ length: size }, () => plain)) {
    const name = ("name" in feature ? feature.name : undefined) ?? String(columns.length);
    if (feature.kind === "one-hot") {
      const { on, off, weight } = feature;
      const own = Array.from({ length: feature.values }, (_, k) => columns.length + k);
      const bounds = { low: Math.min(on, off), high: Math.max(on, off), step: 0 };
      for (const k of own) {
        columns.push({
          ...bounds,
          name: `${name}[${k - own[0]!}]`,
          change: feature.change,
          scale: Math.abs(on - off) || 1,
          weight,
          group: groups.length,
        });
      }
      groups.push({ columns: own, isFree: feature.change === "free", on, off, weight });
      continue;
    }
    const given = "range" in feature ? feature.range : undefined;
    const [low, high] = given ?? range;
    const step = "step" in feature ? feature.step : undefined;
    columns.push({
      name,
      change: feature.change,
      low,
      high,
      step: step ?? (feature.kind === "integer" ? 1 : 0),
      scale: Number.isFinite(high - low) ? high - low : 1,
      weight: feature.weight,
      group: -1,
    });
  }
  if (columns.length !== size) {
    throw invalid(
      `the features have ${columns.length} columns, but the model takes ${size}`,
      "List every column in its order; a one-hot feature counts for as many as it has values.",
    );
  }
  const numbered = new Map(columns.map(({ name }, k) => [name, k]));
  const find = (name: string): number => {
    const found = numbered.get(name);
    if (found !== undefined) return found;
    throw invalid(
      `a relation names ${name}, which is no column`,
      "Columns without a name are called by their number, counted from 0.",
    );
  };
  const bonds = relations.map((one): Bond =>
    one.kind === "sum"
      ? { kind: "sum", of: one.of.map(find), total: one.total }
      : { kind: "at-most", less: find(one.less), greater: find(one.greater) },
  );
  return { columns, groups, bonds };
}

/** The feasible inputs around one original. */
export interface Space {
  readonly table: Table;
  readonly original: Float32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The relations that hold for the original: only these can be kept. */
  readonly bonds: readonly Bond[];
}

/** How far a sum of float32 values may miss its total, as a share of the values. */
const slack = 1e-5;

function holds(bond: Bond, x: Float32Array): boolean {
  if (bond.kind === "at-most") return x[bond.less]! <= x[bond.greater]!;
  let [sum, size] = [0, Math.max(1, Math.abs(bond.total))];
  for (const k of bond.of) {
    sum += x[k]!;
    size = Math.max(size, Math.abs(x[k]!));
  }
  return Math.abs(sum - bond.total) <= slack * size;
}

/** `most` is by how much a column may change, as a share of its range. What the original is already is always feasible. */
export function spaceAround(table: Table, original: Float32Array, most: number): Space {
  const low = new Float64Array(original.length);
  const high = new Float64Array(original.length);
  for (const [k, column] of table.columns.entries()) {
    const own = original[k]!;
    const reach = column.group < 0 ? most * column.scale : Infinity;
    const { change } = column;
    const down = change === "free" || change === "down";
    const up = change === "free" || change === "up";
    low[k] = down ? Math.min(own, Math.max(column.low, own - reach)) : own;
    high[k] = up ? Math.max(own, Math.min(column.high, own + reach)) : own;
  }
  return { table, original, low, high, bonds: table.bonds.filter((bond) => holds(bond, original)) };
}

/** The valid value of a column next to this one: on its grid within the bounds, or what it was. */
function settle(space: Space, k: number, value: number): number {
  const { step, low } = space.table.columns[k]!;
  const own = space.original[k]!;
  const [least, most] = [space.low[k]!, space.high[k]!];
  const inside = Math.min(most, Math.max(least, value));
  if (!(step > 0)) return Math.fround(inside);
  const start = Number.isFinite(low) ? low : 0;
  let on = Math.round((inside - start) / step);
  if (Math.fround(start + on * step) > most) on--;
  if (Math.fround(start + on * step) < least) on++;
  const found = Math.fround(start + on * step);
  const isIn = found >= least && found <= most;
  return isIn && Math.abs(found - inside) < Math.abs(own - inside) ? found : own;
}

function settleGroup({ columns, isFree, on, off }: OneHot, space: Space, x: Float32Array): void {
  if (columns.every((k) => x[k] === space.original[k])) return;
  let best = columns[0]!;
  // What it was wins where two are alike.
  const rank = (k: number): number =>
    (x[k]! - off) / (on - off || 1) + (space.original[k] === Math.fround(on) ? 1e-9 : 0);
  for (const k of columns) if (rank(k) > rank(best)) best = k;
  const changes = isFree && rank(best) > 0.25 && space.original[best] !== Math.fround(on);
  for (const k of columns) {
    if (changes) x[k] = k === best ? on : off;
    else x[k] = space.original[k]!;
  }
}

/** Brings columns together that a relation ties. */
function tie(bond: Bond, space: Space, x: Float32Array): void {
  if (bond.kind === "at-most") {
    const { less, greater } = bond;
    if (x[less]! <= x[greater]!) return;
    const middle = (x[less]! + x[greater]!) / 2;
    x[less] = settle(space, less, middle);
    x[greater] = settle(space, greater, Math.max(middle, x[less]));
    if (x[less] > x[greater]) x[less] = settle(space, less, x[greater]);
    return;
  }
  for (let round = 0; round < 8; round++) {
    let miss = bond.total;
    for (const k of bond.of) miss -= x[k]!;
    const open = bond.of.filter((k) => (miss > 0 ? x[k]! < space.high[k]! : x[k]! > space.low[k]!));
    if (open.length === 0 || Math.abs(miss) < 1e-7) return;
    for (const k of open) x[k] = settle(space, k, x[k]! + miss / open.length);
  }
}

/** The nearest feasible input that is found, or what it was where none is. */
export function intoSpace(x: Float32Array, space: Space): Float32Array {
  const { table, original, bonds } = space;
  const found = Float32Array.from(x, (value, k) =>
    table.columns[k]!.group < 0
      ? settle(space, k, Number.isNaN(value) ? original[k]! : value)
      : value,
  );
  for (const group of table.groups) settleGroup(group, space, found);
  for (let round = 0; round < 4 && !bonds.every((bond) => holds(bond, found)); round++) {
    for (const bond of bonds) tie(bond, space, found);
  }
  return bonds.every((bond) => holds(bond, found)) ? found : original.slice();
}

/** Length of a change, each column as a share of its range and by its weight (Ballet et al. 2019). A one-hot feature counts once. */
export function costOf(x: Float32Array, { table, original }: Space): number {
  let sum = 0;
  for (const [k, { group, scale, weight }] of table.columns.entries()) {
    if (group < 0) sum += ((weight * (x[k]! - original[k]!)) / scale) ** 2;
  }
  for (const { columns, weight } of table.groups) {
    if (columns.some((k) => x[k] !== original[k])) sum += weight * weight;
  }
  return Math.sqrt(sum);
}
