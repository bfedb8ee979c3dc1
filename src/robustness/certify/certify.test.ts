import { expect, test } from "vitest";
import { sizeOf } from "../batch.ts";
import { openModel } from "../graph/open.ts";
import { openSession } from "../graph/runtime.ts";
import { randomOf } from "../random.ts";
import { modelOf, type PlainModel } from "../testing/models.ts";
import { certificationParameters, certify, type CertificationParameters } from "./certify.ts";
import { floatTensor } from "./sessions.ts";

const random = randomOf(11);
function numbers(count: number, scale: number): Float32Array {
  return Float32Array.from({ length: count }, () => scale * random.gaussian());
}
const weight = (...dims: readonly number[]) => ({
  dims,
  values: numbers(sizeOf(dims), 1 / Math.sqrt(sizeOf(dims.slice(1)))),
});

const linear: PlainModel = {
  nodes: [["Gemm", ["x", "w", "b"], ["y"], { transB: 1 }]],
  weights: { w: weight(3, 8), b: weight(3) },
  input: ["n", 8],
  output: ["n", 3],
};

const dense: PlainModel = {
  nodes: [
    ["Gemm", ["x", "w1", "b1"], ["h1"], { transB: 1 }],
    ["Relu", ["h1"], ["a1"]],
    ["Gemm", ["a1", "w2", "b2"], ["h2"], { transB: 1 }],
    ["Relu", ["h2"], ["a2"]],
    ["Gemm", ["a2", "w3", "b3"], ["y"], { transB: 1 }],
  ],
  weights: {
    w1: weight(16, 8),
    b1: weight(16),
    w2: weight(16, 16),
    b2: weight(16),
    w3: weight(3, 16),
    b3: weight(3),
  },
  input: ["n", 8],
  output: ["n", 3],
};

const convolutional: PlainModel = {
  nodes: [
    ["Conv", ["x", "w1", "b1"], ["h1"], { pads: [1, 1, 1, 1] }],
    ["Relu", ["h1"], ["a1"]],
    ["MaxPool", ["a1"], ["p1"], { kernel_shape: [2, 2], strides: [2, 2] }],
    ["Conv", ["p1", "w2"], ["h2"]],
    ["Add", ["h2", "shift"], ["s2"]],
    ["Relu", ["s2"], ["a2"]],
    ["Flatten", ["a2"], ["f"]],
    ["Gemm", ["f", "w3", "b3"], ["y"], { transB: 1 }],
  ],
  weights: {
    w1: weight(4, 1, 3, 3),
    b1: weight(4),
    w2: weight(4, 4, 3, 3),
    shift: weight(1, 4, 1, 1),
    w3: weight(3, 16),
    b3: weight(3),
  },
  input: ["n", 1, 8, 8],
  output: ["n", 3],
};

const networkOf = (model: PlainModel) => openModel(modelOf(model));

async function logitsOf(model: PlainModel, batch: Float32Array): Promise<Float32Array> {
  const session = await openSession(modelOf(model));
  const shape = model.input.slice(1) as readonly number[];
  const { y } = await session.run({
    x: floatTensor(batch, [batch.length / sizeOf(shape), ...shape]),
  });
  await session.release();
  return y!.data as Float32Array;
}

const count = 6;
function inputsOf(model: PlainModel) {
  const shape = model.input.slice(1) as readonly number[];
  const data = Float32Array.from({ length: count * sizeOf(shape) }, () => random.uniform());
  return { data, shape: [count, ...shape] };
}

async function labelsOf(model: PlainModel, data: Float32Array): Promise<Int32Array> {
  const logits = await logitsOf(model, data);
  return Int32Array.from({ length: count }, (_, item) => {
    const row = logits.subarray(item * 3, item * 3 + 3);
    return row.indexOf(Math.max(...row));
  });
}

const wide = [-100, 100] as const;

async function certificates(model: PlainModel, options: Partial<CertificationParameters>) {
  const inputs = inputsOf(model);
  const labels = await labelsOf(model, inputs.data);
  const found = await certify(
    await networkOf(model),
    { inputs, labels, range: wide },
    certificationParameters.parse({ eps: 0.05, ...options }),
  );
  return { inputs, labels, found };
}

test.each([
  ["linf", "interval"],
  ["linf", "crown"],
  ["l2", "crown"],
  ["l1", "crown"],
] as const)("a linear model's margin in %s is its closed form (%s)", async (norm, method) => {
  const { inputs, labels, found } = await certificates(linear, { norm, method, eps: 0.3 });
  const { values } = linear.weights["w"]!;
  const logits = await logitsOf(linear, inputs.data);
  for (let item = 0; item < count; item++) {
    const label = labels[item]!;
    let margin = Infinity;
    for (let k = 0; k < 3; k++) {
      if (k === label) continue;
      const difference = Array.from(
        { length: 8 },
        (_, at) => values[label * 8 + at]! - values[k * 8 + at]!,
      );
      const dual = {
        linf: difference.reduce((sum, each) => sum + Math.abs(each), 0),
        l2: Math.hypot(...difference),
        l1: Math.max(...difference.map(Math.abs)),
      }[norm];
      margin = Math.min(margin, logits[item * 3 + label]! - logits[item * 3 + k]! - 0.3 * dual);
    }
    expect(found[item]!.margin).toBeLessThanOrEqual(margin + 1e-5);
    // Intervals bound each logit by itself, which is looser; where they suffice, no more is asked.
    if (method === "crown") {
      expect(found[item]!.isCertified).toBe(margin > 0);
      if (margin <= 0) expect(found[item]!.margin).toBeCloseTo(margin, 4);
    }
  }
});

test.each([
  ["dense", dense],
  ["convolutional", convolutional],
])("no input within eps has a margin below the bound (%s)", async (_, model) => {
  const shape = model.input.slice(1) as readonly number[];
  const size = sizeOf(shape);
  for (const options of [
    { method: "interval" },
    { method: "crown" },
    { method: "crown", refine: 0 },
  ] as const) {
    const { inputs, labels, found } = await certificates(model, { ...options, eps: 0.03 });
    const tries = 400;
    for (let item = 0; item < count; item++) {
      const centre = inputs.data.subarray(item * size, (item + 1) * size);
      const moved = Float32Array.from({ length: tries * size }, (_value, at) => {
        const side = random.uniform();
        // Corners of the box are where the worst lies, mostly.
        const way = side < 0.4 ? -1 : side < 0.8 ? 1 : 2 * random.uniform() - 1;
        return centre[at % size]! + 0.03 * way;
      });
      const logits = await logitsOf(model, moved);
      let least = Infinity;
      for (let each = 0; each < tries; each++)
        for (let k = 0; k < 3; k++)
          if (k !== labels[item])
            least = Math.min(least, logits[each * 3 + labels[item]!]! - logits[each * 3 + k]!);
      expect(found[item]!.margin).toBeLessThanOrEqual(least + 1e-4);
    }
  }
});

test("lines are tighter than intervals, and tighter still with inner bounds of their own", async () => {
  const inputs = inputsOf(convolutional);
  const labels = await labelsOf(convolutional, inputs.data);
  const marginsOf = async (options: Partial<CertificationParameters>): Promise<number> => {
    const found = await certify(
      await networkOf(convolutional),
      { inputs, labels, range: wide },
      certificationParameters.parse({ eps: 0.05, ...options }),
    );
    return found.reduce((sum, { margin }) => sum + margin, 0);
  };
  const interval = await marginsOf({ method: "interval" });
  const coarse = await marginsOf({ refine: 0 });
  const fine = await marginsOf({});
  expect(coarse).toBeGreaterThan(interval);
  expect(fine).toBeGreaterThan(coarse);
});

test("the edge of the valid range is nobody's to leave", async () => {
  const inputs = { data: new Float32Array(8), shape: [1, 8] };
  const labels = Int32Array.of((await labelsOf(linear, new Float32Array(8 * count)))[0]!);
  const run = async (range: readonly [number, number]): Promise<number> => {
    const parameters = certificationParameters.parse({ eps: 0.2 });
    return (await certify(await networkOf(linear), { inputs, labels, range }, parameters))[0]!
      .margin;
  };
  expect(await run([0, 1])).toBeGreaterThan(await run([-1, 1]));
});

test("an operator without bounds is named", async () => {
  const odd: PlainModel = {
    ...linear,
    nodes: [
      ["Sin", ["x"], ["s"]],
      ["Gemm", ["s", "w", "b"], ["y"], { transB: 1 }],
    ],
  };
  await expect(certificates(odd, {})).rejects.toThrow(/no bounds through Sin/u);
});
