// Models that end in probabilities without a softmax that could be taken off.
import { sizeOf } from "../batch.ts";
import { randomOf } from "../random.ts";
import { emission } from "./emit.ts";
import type { Engine } from "./engine.ts";
import type { Scored } from "./head.ts";

/** Far below any probability that counts. */
const least = 1e-30;

/** Whether the answers to random inputs are all rows of shares that sum to 1. */
export async function looksLikeProbabilities(
  engine: Engine,
  data: { readonly shape: readonly number[]; readonly range: readonly [number, number] },
): Promise<boolean> {
  const random = randomOf(1);
  const [low, high] = data.range;
  const values = Float32Array.from(
    { length: sizeOf(data.shape) },
    () => low + (high - low) * random.uniform(),
  );
  const scores = await engine.scores({ data: values, shape: data.shape });
  const rows = data.shape[0]!;
  const width = scores.length / rows;
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (const value of scores.subarray(row * width, (row + 1) * width)) {
      if (value < 0 || value > 1) return false;
      sum += value;
    }
    if (Math.abs(sum - 1) > 1e-3) return false;
  }
  return true;
}

/** The same model with the logarithm of its answers. */
export function withLogarithm(scored: Scored): Scored {
  const { emit, needed, facts } = emission(scored.facts, { prefix: "pavise/log" });
  const scores = emit.node("Log", [emit.node("Add", [scored.scores, emit.floats([least], [])])]);
  const { nodes, initializers } = needed([scores]);
  return {
    ...scored,
    nodes: [...scored.nodes, ...nodes],
    facts,
    initializers: new Map([...scored.initializers, ...initializers]),
    scores,
  };
}
