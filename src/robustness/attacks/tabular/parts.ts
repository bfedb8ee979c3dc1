// What of a row can be changed on its own: one column, or the value of a one-hot feature.
import type { Random } from "../../random.ts";
import type { Space, Table } from "./space.ts";

/** Columns that change together. */
export interface Part {
  readonly columns: readonly number[];
  readonly isOneHot: boolean;
}

/** The parts that an attacker can change at all. */
export function freeParts({ columns, groups }: Table): readonly Part[] {
  const parts: Part[] = [];
  for (const [k, { group, change }] of columns.entries()) {
    if (group < 0 && change !== "never") parts.push({ columns: [k], isOneHot: false });
  }
  for (const { columns: own, isFree } of groups) {
    if (isFree) parts.push({ columns: own, isOneHot: true });
  }
  return parts;
}

/** Whether a part differs from the original. */
export function isChanged({ columns }: Part, x: Float32Array, { original }: Space): boolean {
  return columns.some((k) => x[k] !== original[k]);
}

/** Sets a part anywhere, in place: a value of its bounds, or another value of a one-hot feature. */
export function setAnywhere(
  { columns, isOneHot }: Part,
  x: Float32Array,
  { space, random }: { readonly space: Space; readonly random: Random },
): void {
  if (isOneHot) {
    choose(columns, x, { space, value: random.below(columns.length) });
    return;
  }
  const k = columns[0]!;
  const { scale } = space.table.columns[k]!;
  // Where there are no bounds a change by a few times the scale is far enough.
  const [least, most] = [
    Math.max(space.low[k]!, space.original[k]! - 8 * scale),
    Math.min(space.high[k]!, space.original[k]! + 8 * scale),
  ];
  x[k] = least + (most - least) * random.uniform();
}

/** Chooses a value of a one-hot feature, in place. */
export function choose(
  columns: readonly number[],
  x: Float32Array,
  { space, value }: { readonly space: Space; readonly value: number },
): void {
  const { on, off } = space.table.groups[space.table.columns[columns[0]!]!.group]!;
  for (const [n, k] of columns.entries()) x[k] = n === value ? on : off;
}
