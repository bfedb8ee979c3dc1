import { expect, test } from "vitest";
import type { Robustness } from "../../core/index.ts";
import { Run } from "../../report/schema.ts";
import type { DifferentiableClassifier } from "../classifier.ts";
import { randomOf } from "../random.ts";
import { shortWalk, signSteps } from "../testing/attacks.ts";
import { network, randomLayers } from "../testing/networks.ts";
import { evaluate } from "./evaluate.ts";
import type { LabelledInputs } from "./evaluation.ts";
import type { EvaluationOptions } from "./evaluation-options.ts";
import { planOf, type AttackRequest } from "./plan.ts";

/** A linear model of two classes: x is of class 1 where w·x + b > 0. */
const weights = [1, -2, 0.5, 1.5];
const linear = network({
  inputShape: [4],
  layers: [
    {
      weights: Float32Array.from([...weights.map((w) => -w / 2), ...weights.map((w) => w / 2)]),
      bias: Float32Array.of(0.25, -0.25),
    },
  ],
});
const margin = (x: Float32Array): number => x.reduce((sum, v, k) => sum + v * weights[k]!, -0.5);

function rows(count: number, seed = 1): LabelledInputs {
  const random = randomOf(seed);
  const data = Float32Array.from({ length: count * 4 }, () => 0.3 + 0.4 * random.uniform());
  const labels = Int32Array.from({ length: count }, (_, item) => {
    const isOne = margin(data.subarray(item * 4, item * 4 + 4)) > 0;
    // Every tenth is labelled wrongly, so that some are wrong from the start.
    return (item % 10 === 0 ? !isOne : isOne) ? 1 : 0;
  });
  return { inputs: { data, shape: [count, 4] }, labels, featureNames: ["a", "b", "c", "d"] };
}

const attacks = [signSteps, shortWalk];

function plans(...requests: readonly AttackRequest[]): EvaluationOptions["attacks"] {
  return requests.flatMap((request) => planOf(request, { attacks, range: [0, 1] }));
}

function options(changes: Partial<EvaluationOptions> = {}): EvaluationOptions {
  return {
    model: { path: "m.onnx", softmaxStripped: true, provider: "cpu", unusualOperators: [] },
    data: { path: "x.npy", of: 200, preprocessing: [] },
    attacks: plans({ attack: "test-steps", eps: [0.02] }),
    seed: 0,
    batch: 16,
    ...changes,
  };
}

function point(result: Robustness, id: string): string | undefined {
  return result.trust.find((each) => each.id === id)?.status;
}

test("robust accuracy of a linear model is the closed form, to the last input", async () => {
  const data = rows(200);
  const bounds = [0.005, 0.02, 0.05];
  const result = await evaluate(linear, data, {
    ...options(),
    attacks: plans({ attack: "test-steps", eps: bounds }),
  });
  const reach = weights.reduce((sum, w) => sum + Math.abs(w), 0);
  for (const [at, eps] of bounds.entries()) {
    const robust = data.labels.filter((label, item) => {
      const value = margin(data.inputs.data.subarray(item * 4, item * 4 + 4));
      return (label === 1 ? value : -value) > eps * reach;
    }).length;
    expect(result.attacks[at]).toMatchObject({ eps, robustAccuracy: robust / 200, evaluated: 200 });
  }
  expect(result.cleanAccuracy).toBe(0.9);
  const [curve] = result.curves;
  expect(curve?.points.map(({ eps }) => eps)).toEqual([0, ...bounds]);
  expect(curve?.points[0]?.robustAccuracy.value).toBe(0.9);
  expect(point(result, "unbounded")).toBe("good");
  expect(result.complete).toBe(true);
});

test("the batch size changes nothing, the seed may", async () => {
  const data = rows(90);
  const attack = { attack: "test-steps", eps: [0.03], settings: { randomStart: true, steps: 2 } };
  const [one, other] = await Promise.all(
    [7, 90].map((batch) => evaluate(linear, data, options({ attacks: plans(attack), batch }))),
  );
  const known = ({ attacks: list }: Robustness) =>
    list.map((outcome) => ({ ...outcome, seconds: 0 }));
  expect(known(one!)).toEqual(known(other!));
  expect(one!.data.sha256).toBe(other!.data.sha256);
  // Two steps do not lead from one end of the ball to the other, many do.
  expect(point(one!, "restarts")).toBe("warning");
  const many = plans({ ...attack, settings: { randomStart: true, steps: 40 } });
  expect(point(await evaluate(linear, data, options({ attacks: many })), "restarts")).toBe("good");
});

test("an attack that searches the least change is judged at every eps from one run", async () => {
  const data = rows(100);
  let runs = 0;
  const counting = {
    ...shortWalk,
    run: (...given: Parameters<typeof shortWalk.run>) => {
      runs++;
      return shortWalk.run(...given);
    },
  };
  const request = { attack: "test-walk", norm: "l2", eps: [0.05, 0.2] };
  const result = await evaluate(
    linear,
    data,
    options({ attacks: planOf(request, { attacks: [counting], range: [0, 1] }), batch: 100 }),
  );
  expect(runs).toBe(1);
  const [near, far] = result.attacks;
  expect(near!.robustAccuracy).toBeGreaterThan(far!.robustAccuracy);
  expect(result.curves[0]!.points.length).toBeGreaterThan(10);
  const values = result.curves[0]!.points.map(({ robustAccuracy }) => robustAccuracy.value);
  expect(values).toEqual(values.toSorted((a, b) => b - a));
});

test("the worst case counts an input that any attack broke", async () => {
  const data = rows(100);
  const result = await evaluate(
    linear,
    data,
    options({
      attacks: plans(
        { attack: "test-steps", eps: [0.02] },
        { attack: "test-walk", norm: "linf", eps: [0.02] },
      ),
      minimum: 0.5,
    }),
  );
  const [worst] = result.worst;
  const each = result.attacks.map(({ robustAccuracy }) => robustAccuracy);
  expect(worst!.attacks).toEqual(["test-steps", "test-walk"]);
  expect(worst!.robustAccuracy.value).toBeLessThanOrEqual(Math.min(...each));
  expect(result.bar).toMatchObject({ minimum: 0.5, norm: "linf", eps: 0.02 });
  expect(result.bar!.measured).toEqual(worst!.robustAccuracy);
});

test("with targets it is said how often the target is reached", async () => {
  const result = await evaluate(
    linear,
    rows(60),
    options({
      attacks: plans({ attack: "test-steps", eps: [0.1] }),
      target: { kind: "next" },
    }),
  );
  const [outcome] = result.attacks;
  expect(outcome!.targeted).toBe(true);
  expect(outcome!.targetRate).toBe(outcome!.successRate);
});

test("where it is stopped, what is known is given", async () => {
  const stop = new AbortController();
  const partial: Robustness[] = [];
  const result = await evaluate(
    linear,
    rows(100),
    options({
      signal: stop.signal,
      attacks: plans({ attack: "test-steps", eps: [0.02, 0.05] }),
      onPartial: (known) => partial.push(known),
      onProgress: ({ at, done }) => {
        if (at === 2 && done > 30) stop.abort();
      },
    }),
  );
  expect(result.complete).toBe(false);
  expect(result.attacks[0]!.evaluated).toBe(100);
  expect(result.attacks[1]!.evaluated).toBeGreaterThan(30);
  expect(result.attacks[1]!.evaluated).toBeLessThan(60);
  expect(partial.map(({ attacks: list }) => list.length)).toEqual([0, 1]);
});

const hidden = randomLayers([4, 16, 3], 5);

test.each<[string, Partial<DifferentiableClassifier>, string]>([
  [
    "gradients that are zero",
    {
      gradient: async (inputs, loss) => {
        const own = await network({ inputShape: [4], layers: hidden }).gradient(inputs, loss);
        return { ...own, gradient: own.gradient.map(() => 0) };
      },
    },
    "zero-gradients",
  ],
  [
    "a model that draws",
    {
      predict: async ({ shape }) =>
        Float32Array.from({ length: shape[0]! * 3 }, () => Math.random()),
    },
    "randomness",
  ],
])("%s are not trusted", async (_, change, id) => {
  const model = { ...network({ inputShape: [4], layers: hidden }), ...change };
  const data = rows(40);
  const result = await evaluate(
    model,
    data,
    options({ model: { ...options().model, softmaxStripped: false } }),
  );
  expect(point(result, id)).toBe("warning");
});

test("shifted labels are recognised", async () => {
  const data = rows(100);
  const shifted = { ...data, labels: data.labels.map((label) => label + 1) };
  const three = network({
    inputShape: [4],
    layers: [
      {
        weights: Float32Array.from([...weights.map((w) => -w), ...weights, 0, 0, 0, 0]),
        bias: Float32Array.of(0.5, -0.5, -9),
      },
    ],
  });
  const result = await evaluate(three, shifted, options());
  expect(result.trust.find(({ id }) => id === "labels")).toMatchObject({
    status: "warning",
    detail: expect.stringContaining("1 is taken from"),
  });
});

test("the section is what the schema of a run says", async () => {
  const result = await evaluate(linear, rows(30), options({ minimum: 0.9 }));
  expect(result.examples[0]!.features!.length).toBeGreaterThan(0);
  expect(Run.shape.robustness.parse(JSON.parse(JSON.stringify(result)))).toEqual(
    JSON.parse(JSON.stringify(result)),
  );
});
