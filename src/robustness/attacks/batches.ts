// Splits the work of an attack, so that what it keeps for each item fits in memory.
import { countOf, sizeOf, sliceOf } from "../batch.ts";
import type { AttackInput, AttackResult } from "./define.ts";

/** Elements that one batch may have: attacks keep up to ten copies of it. */
const mostElements = 2 ** 23;

/** How many items of this shape are attacked together. */
export function itemsPerBatch(inputShape: readonly number[], wanted = Infinity): number {
  return Math.max(1, Math.min(wanted, Math.floor(mostElements / Math.max(1, sizeOf(inputShape)))));
}

/** Items from `start` up to `end` as an input of their own; random numbers stay those of the whole. */
function sliceOfInput(input: AttackInput, start: number, end: number): AttackInput {
  const { progress } = input;
  const count = countOf(input.inputs);
  return {
    ...input,
    inputs: sliceOf(input.inputs, start, end),
    labels: input.labels.subarray(start, end),
    targets: input.targets?.subarray(start, end),
    first: input.first + start,
    progress: progress && ((done) => progress((start + done * (end - start)) / count)),
  };
}

/**
 * Runs an attack on `size` items at a time and joins what it gives. The share of zero gradients is
 * weighted by queries; each note is kept once.
 *
 * @throws the signal's reason between two batches.
 */
export async function inBatches(
  input: AttackInput,
  size: number,
  attack: (part: AttackInput) => Promise<AttackResult>,
): Promise<AttackResult> {
  const count = countOf(input.inputs);
  if (count <= size) return await attack(input);
  const width = sizeOf(input.inputs.shape.slice(1));
  const data = new Float32Array(input.inputs.data.length);
  const queries = new Int32Array(count);
  const notes = new Set<string>();
  const stages = new Map<string, number>();
  let zeros: number | undefined;
  let weights = 0;
  for (let start = 0; start < count; start += size) {
    input.signal?.throwIfAborted();
    const end = Math.min(count, start + size);
    const part = await attack(sliceOfInput(input, start, end));
    data.set(part.adversarial.data, start * width);
    queries.set(part.queries, start);
    for (const note of part.notes ?? []) notes.add(note);
    for (const [stage, broken] of Object.entries(part.stages ?? {})) {
      stages.set(stage, (stages.get(stage) ?? 0) + broken);
    }
    if (part.zeroGradients === undefined) continue;
    const weight = part.queries.reduce((sum, one) => sum + one, 0);
    zeros = (zeros ?? 0) + part.zeroGradients * weight;
    weights += weight;
  }
  return {
    adversarial: { data, shape: input.inputs.shape },
    queries,
    zeroGradients: zeros === undefined ? undefined : zeros / Math.max(1, weights),
    stages: stages.size > 0 ? Object.fromEntries(stages) : undefined,
    notes: notes.size > 0 ? [...notes] : undefined,
  };
}
