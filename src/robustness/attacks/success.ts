// Whether a model was fooled.
import { sizeOf } from "../batch.ts";
import type { AttackInput } from "./define.ts";

/** The class of the greatest answer, the first of several. What is no number is never the greatest. */
export function argmax(row: Float32Array): number {
  let best = 0;
  for (let k = 1; k < row.length; k++) {
    if (row[k]! > row[best]! || Number.isNaN(row[best]!)) best = k;
  }
  return best;
}

/** What an untargeted or a targeted attack wants of each item. */
export type Goal = Pick<AttackInput, "labels" | "targets">;

/** Whether this answer is what the attack wants: another class than the label, or the target. */
export function isFooled(row: Float32Array, item: number, { labels, targets }: Goal): boolean {
  const found = argmax(row);
  return targets === undefined ? found !== labels[item] : found === targets[item];
}

/** Rows of answers by their place. */
export function rowOf(answers: Float32Array, place: number, classes: number): Float32Array {
  return answers.subarray(place * classes, (place + 1) * classes);
}

/** Labels and targets of these items. */
export function goalOf(goal: Goal, items: readonly number[]): Goal {
  const of = (classes: Int32Array): Int32Array => Int32Array.from(items, (item) => classes[item]!);
  return { labels: of(goal.labels), targets: goal.targets && of(goal.targets) };
}

/** Items from 0 up to `count`. */
export function everyItem(count: number): number[] {
  return Array.from({ length: count }, (_, item) => item);
}

/** A view of each item of a batch. */
export function viewsOf(data: Float32Array, shape: readonly number[]): readonly Float32Array[] {
  const size = sizeOf(shape.slice(1));
  return Array.from({ length: shape[0]! }, (_, item) =>
    data.subarray(item * size, (item + 1) * size),
  );
}
