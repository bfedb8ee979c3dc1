import { expect, test } from "vitest";
import type { Loss } from "../classifier.ts";
import { lossAtLogits } from "../loss.ts";
import { randomOf } from "../random.ts";
import { modelOf, openDifferentiable, tensor } from "./testing/models.ts";

/** A model whose logits are its input, so that the gradient is what comes at the logits. */
function identity(classes: number) {
  const eye = new Float32Array(classes * classes);
  for (let k = 0; k < classes; k++) eye[k * classes + k] = 1;
  return modelOf({
    nodes: [["Gemm", ["x", "w"], ["y"]]],
    initializers: { w: tensor([classes, classes], eye) },
    input: ["N", classes],
  });
}

const rows = 8;

function losses(classes: number): readonly Loss[] {
  const random = randomOf(classes);
  const draw = (): Int32Array => Int32Array.from({ length: rows }, () => random.below(classes));
  const labels = draw();
  const targets = draw().map((target, row) =>
    target === labels[row] ? (target + 1) % classes : target,
  );
  const weights = Float32Array.from({ length: rows * classes }, () => random.gaussian());
  const kinds = ["cross-entropy", "margin", "dlr"] as const;
  return [
    ...kinds.map((kind) => ({ kind, labels })),
    ...kinds.map((kind) => ({ kind, labels, targets })),
    { kind: "weighted", weights },
  ];
}

test.each([2, 3, 4, 10])(
  "losses and their gradients for %i classes are those of the reference",
  async (classes) => {
    const model = await openDifferentiable(identity(classes), { batch: 3 });
    const random = randomOf(7);
    const logits = Float32Array.from({ length: rows * classes }, () => 3 * random.gaussian());
    // The last row is sure beyond what float32 can add to 1.
    logits[(rows - 1) * classes + 1] = 40;
    for (const loss of losses(classes)) {
      const found = await model.gradient({ data: logits, shape: [rows, classes] }, loss);
      const wanted = lossAtLogits(logits, classes, loss);
      expect(found.logits).toEqual(logits);
      for (let k = 0; k < rows; k++) {
        const value = wanted.loss[k]!;
        const bound = Math.abs(value) > 1e-4 ? 5e-6 : 1e-5 * Math.abs(value);
        expect(Math.abs(found.loss[k]! - value), `${loss.kind} ${k}`).toBeLessThanOrEqual(bound);
      }
      const most = Math.max(...wanted.seed.map(Math.abs));
      for (let k = 0; k < logits.length; k++)
        expect(Math.abs(found.gradient[k]! - wanted.seed[k]!), loss.kind).toBeLessThanOrEqual(
          1e-5 * most,
        );
    }
    await model.close();
  },
);

test("the direction of cross-entropy is kept where its size is below every float32", async () => {
  const model = await openDifferentiable(identity(3), { batch: 1 });
  const { loss, gradient } = await model.gradient(
    { data: Float32Array.of(300, 0, -1), shape: [1, 3] },
    { kind: "cross-entropy", labels: Int32Array.of(0) },
  );
  expect(loss[0]).toBe(0);
  expect(gradient[0]).toBeLessThan(0);
  expect(gradient[1]! / gradient[2]!).toBeCloseTo(Math.E, 4);
  await model.close();
});
