// Convolutions: https://onnx.ai/onnx/operators/onnx__Conv.html and ConvTranspose.
import type { Tensor } from "../../../formats/onnx/model.ts";
import type { Emitter, GradientRule, GradientRules, Step } from "../rule.ts";
import { rearranged } from "./kernel.ts";
import { padded, reach, windowOf, type Window } from "./window.ts";
import { weightGradient } from "./convolution-weights.ts";

/** A convolution that is followed back to what it was given. */
export interface Back {
  readonly window: Window;
  readonly group: number;
  /** What comes to its output. */
  readonly gradient: string;
  /** Its weights, and their value where it is known. */
  readonly weights: string;
  readonly constant: Tensor | undefined;
}

const places = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index);

/** A convolution of stride 1 whose padding may be below 0. */
function convolve(
  emit: Emitter,
  value: string,
  rest: {
    weights: string;
    group: number;
    dilations: readonly number[];
    before: readonly number[];
    after: readonly number[];
  },
): string {
  const { weights, group, dilations, before, after } = rest;
  const most = (pads: readonly number[]): readonly number[] =>
    pads.map((length) => Math.max(0, length));
  const least = (pads: readonly number[]): readonly number[] =>
    pads.map((length) => Math.min(0, length));
  const cut = padded(emit, value, { before: least(before), after: least(after) });
  return emit.node("Conv", [cut, weights], {
    attributes: {
      kernel_shape: emit.shape(weights).slice(2),
      group,
      dilations,
      pads: [...most(before), ...most(after)],
    },
  });
}

/**
 * Stride 1: each input was read by the outputs around it, the last place of the kernel first. So the same sum with the
 * kernel turned round, its channels exchanged, and as much padding as the kernel reached.
 */
function flipped(emit: Emitter, { window, group, gradient, weights, constant }: Back): string {
  const { kernel, dilations, before, lengths, outputs } = window;
  const reaches = kernel.map((_, axis) => reach(window, axis) - 1);
  const start = reaches.map((length, axis) => length - before[axis]!);
  const end = start.map(
    (length, axis) => lengths[axis]! - outputs[axis]! - length + reaches[axis]!,
  );
  const turned =
    constant === undefined
      ? flippedInGraph(emit, weights, group)
      : emit.tensor(
          rearranged(constant, {
            group,
            places: kernel.map((length) => [places(length).toReversed()]),
          }),
        );
  return convolve(emit, gradient, { weights: turned, group, dilations, before: start, after: end });
}

/** Turns weights that are computed by the graph. */
function flippedInGraph(emit: Emitter, weights: string, group: number): string {
  const [outputs = 1, inputs = 1, ...kernel] = emit.shape(weights);
  const rank = kernel.length;
  const each = outputs / group;
  const split = emit.reshape(weights, [group, each, inputs, ...kernel]);
  const perm = [0, 2, 1, ...kernel.map((_, axis) => axis + 3)];
  const exchanged = emit.reshape(emit.node("Transpose", [split], { attributes: { perm } }), [
    group * inputs,
    each,
    ...kernel,
  ]);
  return emit.node("Slice", [
    exchanged,
    emit.ints(Array.from({ length: rank }, () => -1)),
    emit.ints(Array.from({ length: rank }, () => -(2 ** 31))),
    emit.ints(kernel.map((_, axis) => axis + 2)),
    emit.ints(Array.from({ length: rank }, () => -1)),
  ]);
}

/**
 * Longer strides, no dilation: inputs whose places have the same rest by the stride (a phase) were read through the
 * same places of the kernel, so one convolution of stride 1 gives all phases, as channels, which are then put in order.
 * It runs at the full speed of convolutions, which ConvTranspose does not.
 */
function byPhases(emit: Emitter, back: Back & { constant: Tensor }): string {
  const { window, group, gradient, constant } = back;
  const { kernel, strides, before, lengths, outputs } = window;
  // Output o = q + δ reads input i = s q + r through the place k = r + p − s δ.
  const first = kernel.map((length, axis) =>
    Math.ceil((before[axis]! - length + 1) / strides[axis]!),
  );
  const last = strides.map((stride, axis) => Math.floor((stride - 1 + before[axis]!) / stride));
  const counts = lengths.map((length, axis) => Math.ceil(length / strides[axis]!));
  const size = first.map((least, axis) => last[axis]! - least + 1);
  const weights = emit.tensor(
    rearranged(constant, {
      group,
      places: kernel.map((length, axis) =>
        places(strides[axis]!).map((phase) =>
          places(size[axis]!).map((place) => {
            const found = phase + before[axis]! - strides[axis]! * (first[axis]! + place);
            return found >= 0 && found < length ? found : -1;
          }),
        ),
      ),
    }),
  );
  const start = first.map((least) => -least);
  const phases = convolve(emit, gradient, {
    weights,
    group,
    dilations: kernel.map(() => 1),
    before: start,
    after: counts.map((count, axis) => count - outputs[axis]! - start[axis]! + size[axis]! - 1),
  });
  return cropped(emit, interleaved(emit, phases, strides), lengths);
}

/** N × (C · phases) × q… as N × C × (q · stride)…. */
export function interleaved(emit: Emitter, value: string, strides: readonly number[]): string {
  const [count = 1, channels = 1, ...lengths] = emit.shape(value);
  if (strides.length === 2 && strides[0] === strides[1])
    return emit.node("DepthToSpace", [value], {
      attributes: { blocksize: strides[0], mode: "CRD" },
    });
  const real = channels / strides.reduce((a, b) => a * b, 1);
  const rank = strides.length;
  const split = emit.reshape(value, [count, real, ...strides, ...lengths]);
  const perm = [0, 1, ...lengths.flatMap((_, axis) => [2 + rank + axis, 2 + axis])];
  return emit.reshape(emit.node("Transpose", [split], { attributes: { perm } }), [
    count,
    real,
    ...lengths.map((length, axis) => length * strides[axis]!),
  ]);
}

/** Cuts spatial axes behind to these lengths. */
function cropped(emit: Emitter, value: string, lengths: readonly number[]): string {
  const shape = emit.shape(value).slice(2);
  return padded(emit, value, {
    before: lengths.map(() => 0),
    after: lengths.map((length, axis) => length - shape[axis]!),
  });
}

/** One place of the kernel and a stride: only every so many inputs were read, the others get zeros. */
function spread(emit: Emitter, back: Back): string {
  const { window } = back;
  const { strides, lengths, outputs } = window;
  const ones = strides.map(() => 1);
  const read = flipped(emit, { ...back, window: { ...window, strides: ones, lengths: outputs } });
  const [count = 1, channels = 1] = emit.shape(read);
  const split = emit.reshape(read, [count, channels, ...outputs.flatMap((length) => [length, 1])]);
  const none = strides.flatMap(() => [0, 0]);
  const pads = [0, 0, ...none, 0, 0, ...strides.flatMap((stride) => [0, stride - 1])];
  const wide = emit.node("Pad", [split, emit.ints(pads), emit.floats([0], [])]);
  const joined = emit.reshape(wide, [
    count,
    channels,
    ...outputs.map((length, axis) => length * strides[axis]!),
  ]);
  return cropped(emit, joined, lengths);
}

/** Everything else: the transposed convolution, whose weights are the same. */
function byTranspose(emit: Emitter, { window, group, gradient, weights }: Back): string {
  const { kernel, strides, dilations, before, lengths, outputs } = window;
  // Inputs behind the last window were not read; those that it lacks were padding.
  const whole = kernel.map(
    (_, axis) => (outputs[axis]! - 1) * strides[axis]! + reach(window, axis),
  );
  const behind = whole.map((length, axis) => length - before[axis]! - lengths[axis]!);
  const found = emit.node("ConvTranspose", [gradient, weights], {
    attributes: {
      kernel_shape: kernel,
      strides,
      dilations,
      group,
      pads: [...before, ...behind.map((length) => Math.max(0, length))],
    },
  });
  return padded(emit, found, {
    before: before.map(() => 0),
    after: behind.map((length) => Math.max(0, -length)),
  });
}

/** The gradient at what a convolution was given. */
export function convolutionBack(emit: Emitter, back: Back): string {
  const { window, group, constant } = back;
  const { kernel, strides, dilations, before } = window;
  if (strides.every((stride) => stride === 1)) return flipped(emit, back);
  const isSingle = kernel.every((length) => length === 1) && before.every((length) => length === 0);
  if (isSingle) return spread(emit, back);
  const isPlain = dilations.every((dilation) => dilation === 1);
  if (constant !== undefined && isPlain && group === 1)
    return byPhases(emit, { ...back, constant });
  return byTranspose(emit, back);
}

function biasGradient(step: Step): string | undefined {
  const name = step.node.inputs[2];
  if (name === undefined || !step.wants(2)) return undefined;
  const { emit } = step;
  const shape = emit.shape(step.arriving[0]!);
  const sums = emit.sumTo(
    step.arriving[0]!,
    shape.map((length, axis) => (axis === 1 ? length : 1)),
  );
  return emit.reshape(sums, emit.shape(name));
}

const conv: GradientRule = (step) => {
  const { emit, node } = step;
  const [x = "", weights = ""] = node.inputs;
  const kernel = emit.shape(weights).slice(2);
  const window = windowOf(step, { kernel, from: x, to: node.outputs[0]! });
  const group = step.int("group", 1);
  const gradient = step.arriving[0]!;
  return [
    step.wants(0)
      ? convolutionBack(emit, {
          window,
          group,
          gradient,
          weights,
          constant: emit.constant(weights),
        })
      : undefined,
    step.wants(1) ? weightGradient(emit, { window, group, read: x, gradient }) : undefined,
    biasGradient(step),
  ];
};

/** The window of the convolution that a transposed one follows back. */
function transposedWindow(step: Step, kernel: readonly number[]): Window {
  const { emit, node } = step;
  const found = windowOf(step, { kernel, from: node.outputs[0]!, to: node.inputs[0]! });
  const auto = step.text("auto_pad", "NOTSET");
  if (!node.attributes.has("output_shape") && !auto.startsWith("SAME")) return found;
  const more = step.ints("output_padding", []);
  const before = kernel.map((_, axis) => {
    const whole = (found.outputs[axis]! - 1) * found.strides[axis]! + reach(found, axis);
    const total = Math.max(0, whole + (more[axis] ?? 0) - emit.shape(node.outputs[0]!)[axis + 2]!);
    return auto === "SAME_UPPER" ? Math.floor(total / 2) : Math.ceil(total / 2);
  });
  return { ...found, before };
}

const convTranspose: GradientRule = (step) => {
  const { emit, node } = step;
  const [x = "", weights = ""] = node.inputs;
  const gradient = step.arriving[0]!;
  const kernel = emit.shape(weights).slice(2);
  const window = transposedWindow(step, kernel);
  const { strides, dilations, before, lengths, outputs } = window;
  const group = step.int("group", 1);
  const behind = outputs.map(
    (count, axis) =>
      (count - 1) * strides[axis]! + reach(window, axis) - before[axis]! - lengths[axis]!,
  );
  const read = padded(emit, gradient, {
    before: before.map(() => 0),
    after: behind.map((length) => Math.min(0, length)),
  });
  const back = (): string =>
    emit.node("Conv", [read, weights], {
      attributes: {
        kernel_shape: kernel,
        strides,
        dilations,
        group,
        pads: [...before, ...behind.map((length) => Math.max(0, length))],
      },
    });
  return [
    step.wants(0) ? back() : undefined,
    step.wants(1)
      ? weightGradient(emit, { window, group, read: gradient, gradient: x })
      : undefined,
    biasGradient(step),
  ];
};

/** Rules by operator. */
export const convolutionRules: GradientRules = { Conv: conv, ConvTranspose: convTranspose };
