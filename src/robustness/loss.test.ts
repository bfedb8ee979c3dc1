import { expect, test } from "vitest";
import type { Loss } from "./classifier.ts";
import { lossAtLogits } from "./loss.ts";

const logits = Float32Array.from([1, 2.5, -0.5, 0.25, 3, -1, 0.5, 2]);
const labels = Int32Array.of(1, 2);
const targets = Int32Array.of(3, 0);

/** The gradient by central differences, in float64 as far as the loss's own float32 allows. */
function numeric(loss: Loss): readonly number[] {
  const h = 1e-2;
  return Array.from(logits, (_, at) => {
    const moved = (by: number): number => {
      const copy = logits.slice();
      copy[at] = copy[at]! + by;
      return lossAtLogits(copy, 4, loss).loss[Math.floor(at / 4)]!;
    };
    return (moved(h) - moved(-h)) / (2 * h);
  });
}

test.each<Loss>([
  { kind: "cross-entropy", labels },
  { kind: "cross-entropy", labels, targets },
  { kind: "margin", labels },
  { kind: "margin", labels, targets },
  { kind: "dlr", labels },
  { kind: "dlr", labels, targets },
  { kind: "weighted", weights: Float32Array.from({ length: 8 }, (_, k) => k - 3) },
])("the gradient of $kind is what differences say", (loss) => {
  const { seed } = lossAtLogits(logits, 4, loss);
  for (const [at, value] of numeric(loss).entries()) expect(seed[at]).toBeCloseTo(value, 2);
});

test("cross-entropy keeps its direction where the model is sure", () => {
  const sure = Float32Array.from([60, 0, -1]);
  const { loss, seed } = lossAtLogits(sure, 3, { kind: "cross-entropy", labels: Int32Array.of(0) });
  expect(loss[0]).toBeGreaterThan(0);
  expect(seed[0]).toBeLessThan(0);
  expect(seed[1]! / seed[2]!).toBeCloseTo(Math.E, 5);
});
