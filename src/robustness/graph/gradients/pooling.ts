// Pools: https://onnx.ai/onnx/operators/onnx__MaxPool.html , AveragePool, LpPool and their global forms.
import { sizeOf } from "../../batch.ts";
import type { Emitter, GradientRule, GradientRules, Step } from "../rule.ts";
import { tensorOf } from "../tensors.ts";
import { arithmetic } from "./arithmetic.ts";
import { convolutionBack } from "./convolution.ts";
import { reach, windowOf, type Window } from "./window.ts";

function poolWindow(step: Step): Window {
  const kernel = step.ints("kernel_shape");
  return windowOf(step, { kernel, from: step.node.inputs[0]!, to: step.node.outputs[0]! });
}

function doNotOverlap(window: Window): boolean {
  return window.strides.every((stride, axis) => reach(window, axis) <= stride);
}

/**
 * The gradient goes to the greatest of each window, the first of several as in PyTorch: onnxruntime says its place
 * among all elements.
 */
const maxPool: GradientRule = (step) => {
  const { emit, node } = step;
  const [x = ""] = node.inputs;
  const shape = emit.shape(x);
  const attributes = Object.fromEntries(
    [...node.attributes].filter(([name]) => name !== "storage_order"),
  );
  const [, places = ""] = emit.nodes("MaxPool", [x], { attributes, outputs: 2 });
  const size = sizeOf(shape);
  const gradient = emit.reshape(step.arriving[0]!, [sizeOf(emit.shape(places))]);
  const zeros = emit.node("Expand", [emit.floats([0], [1]), emit.ints([size])]);
  const found = emit.node(
    "ScatterElements",
    [zeros, emit.reshape(places, [sizeOf(emit.shape(places))]), gradient],
    { attributes: { axis: 0, reduction: doNotOverlap(poolWindow(step)) ? "none" : "add" } },
  );
  return [emit.reshape(found, shape)];
};

/** Sums over the windows that read an element: a convolution by ones, channel by channel, followed back. */
function spreadBack(emit: Emitter, gradient: string, window: Window): string {
  const { kernel, strides, lengths, outputs, before } = window;
  const isTiled = kernel.every(
    (length, axis) =>
      length === strides[axis] && before[axis] === 0 && lengths[axis] === outputs[axis]! * length,
  );
  const [count = 1, channels = 1] = emit.shape(gradient);
  if (isTiled && kernel.length === 2 && emit.type(gradient) === "float32")
    return emit.node(
      "Resize",
      [gradient, "", emit.floats([1, 1, ...kernel], [kernel.length + 2])],
      {
        attributes: {
          mode: "nearest",
          coordinate_transformation_mode: "asymmetric",
          nearest_mode: "floor",
        },
      },
    );
  // Many channels of few elements: items of one channel serve as well, and ones of one channel are enough.
  const ones = tensorOf(
    emit.type(gradient),
    [channels, 1, ...kernel],
    new Float32Array(channels * sizeOf(kernel)).fill(1),
  );
  const found = convolutionBack(emit, {
    window,
    group: channels,
    gradient,
    weights: emit.tensor(ones),
    constant: ones,
  });
  return emit.reshape(found, [count, channels, ...lengths]);
}

/** How many elements of the input each window holds, along one axis; padding counts where it is meant to. */
function held(window: Window, axis: number, limit: number): readonly number[] {
  const { outputs, strides, before, kernel, dilations } = window;
  return Array.from({ length: outputs[axis]! }, (_, output) => {
    let count = 0;
    for (let place = 0; place < kernel[axis]!; place++) {
      const at = output * strides[axis]! - before[axis]! + place * dilations[axis]!;
      if (
        at >= 0 - (limit < 0 ? 0 : before[axis]!) &&
        at < window.lengths[axis]! + Math.max(0, limit)
      )
        count++;
    }
    return count;
  });
}

const averagePool: GradientRule = (step) => {
  const { emit } = step;
  const { mul } = arithmetic(emit);
  const window = poolWindow(step);
  const withPadding = step.int("count_include_pad", 0) === 1;
  const said = step.ints("pads", []);
  const counts = window.kernel.map((length, axis) => {
    if (!withPadding) return held(window, axis, -1);
    // Padding counts that was asked for, but not what ceil_mode reads behind it.
    const auto = step.text("auto_pad", "NOTSET").startsWith("SAME");
    return auto
      ? Array.from({ length: window.outputs[axis]! }, () => length)
      : held(window, axis, said[axis + window.kernel.length] ?? 0);
  });
  let map = [1];
  for (const along of counts) map = map.flatMap((before) => along.map((count) => before / count));
  const isOne = map.every((each) => each === map[0]);
  const scale = isOne ? emit.floats([map[0]!], []) : emit.floats(map, [1, 1, ...window.outputs]);
  return [spreadBack(emit, mul(step.arriving[0]!, scale), window)];
};

/** y = (Σ |x|^p)^(1/p), so that ∂y/∂x = sign x · (|x| / y)^(p − 1), and 0 where y is 0. */
function powerMean(step: Step, spreadTo: (value: string) => string): string {
  const { emit, node, arriving } = step;
  const { mul, of, pick } = arithmetic(emit);
  const [x, y] = [node.inputs[0]!, node.outputs[0]!];
  const p = step.int("p", 2);
  if (p === 1) return mul(of("Sign", x), spreadTo(arriving[0]!));
  const isZero = emit.node("Equal", [y, emit.floats([0], [])]);
  const safe = pick(isZero, 1, y);
  const below = p === 2 ? safe : emit.node("Pow", [safe, emit.floats([p - 1], [])]);
  const scaled = spreadTo(emit.node("Div", [arriving[0]!, below]));
  if (p === 2) return mul(x, scaled);
  return mul(
    mul(of("Sign", x), emit.node("Pow", [of("Abs", x), emit.floats([p - 1], [])])),
    scaled,
  );
}

const lpPool: GradientRule = (step) => [
  powerMean(step, (value) => spreadBack(step.emit, value, poolWindow(step))),
];

const globalLpPool: GradientRule = (step) => [
  powerMean(step, (value) =>
    step.emit.node("Expand", [value, step.emit.ints(step.emit.shape(step.node.inputs[0]!))]),
  ),
];

const globalAveragePool: GradientRule = (step) => {
  const { emit, node, arriving } = step;
  const shape = emit.shape(node.inputs[0]!);
  const each = arithmetic(emit).mul(arriving[0]!, 1 / sizeOf(shape.slice(2)));
  return [emit.node("Expand", [each, emit.ints(shape)])];
};

/** To the first of the greatest. */
const globalMaxPool: GradientRule = (step) => {
  const { emit, node, arriving } = step;
  const shape = emit.shape(node.inputs[0]!);
  const flat = [shape[0]!, shape[1]!, sizeOf(shape.slice(2))];
  const place = emit.node("ArgMax", [emit.reshape(node.inputs[0]!, flat)], {
    attributes: { axis: 2, keepdims: 1 },
  });
  const zeros = emit.node("Expand", [emit.floats([0], [1]), emit.ints(flat)]);
  const found = emit.node(
    "ScatterElements",
    [zeros, place, emit.reshape(arriving[0]!, [flat[0]!, flat[1]!, 1])],
    { attributes: { axis: 2 } },
  );
  return [emit.reshape(found, shape)];
};

/** Rules by operator. */
export const poolingRules: GradientRules = {
  MaxPool: maxPool,
  AveragePool: averagePool,
  LpPool: lpPool,
  GlobalAveragePool: globalAveragePool,
  GlobalMaxPool: globalMaxPool,
  GlobalLpPool: globalLpPool,
};
