// Operators that put values together, take them apart, or frame them.
import type { GradientRule, GradientRules, Step } from "../rule.ts";
import { filled, untake } from "./untake.ts";

const axisOf = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis);

/** Each input gets its part: all by one Split, a few by a Slice each. */
const concat: GradientRule = (step) => {
  const { node, emit } = step;
  const gradient = step.arriving[0]!;
  const axis = axisOf(step.int("axis"), emit.shape(gradient).length);
  const sizes = node.inputs.map((input) => emit.shape(input)[axis]!);
  if (node.inputs.length === 1) return [gradient];
  const wanted = node.inputs.flatMap((_, at) => (step.wants(at) ? [at] : []));
  if (wanted.length === node.inputs.length)
    return emit.nodes("Split", [gradient, emit.ints(sizes)], {
      attributes: { axis },
      outputs: sizes.length,
    });
  let start = 0;
  return node.inputs.map((_, at) => {
    const from = start;
    start += sizes[at]!;
    if (!step.wants(at)) return undefined;
    return emit.node("Slice", [gradient, emit.ints([from]), emit.ints([start]), emit.ints([axis])]);
  });
};

/** The parts go back together, zeros where nothing depends on one. */
const split: GradientRule = (step) => {
  const { node, emit, arriving } = step;
  const axis = axisOf(step.int("axis", 0), emit.shape(node.inputs[0]!).length);
  if (node.outputs.length === 1) return [arriving[0]];
  const parts = node.outputs.map(
    (output, at) => arriving[at] ?? filled(emit, 0, emit.shape(output)),
  );
  return [emit.node("Concat", parts, { attributes: { axis } })];
};

function slicedFrom(start: number, step: number, size: number): number {
  const from = start < 0 ? start + size : start;
  return step > 0 ? Math.min(Math.max(from, 0), size) : Math.min(Math.max(from, 0), size - 1);
}

/** Every axis on its own: neighbours go back by padding, strides by looking up their reader. */
const slice: GradientRule = (step) => {
  const { node, emit } = step;
  const shape = emit.shape(node.inputs[0]!);
  const sliced = emit.shape(node.outputs[0]!);
  const starts = step.wholes(1) ?? step.refuse("where it starts depends on the input");
  const axes = (node.inputs[3] ? step.wholes(3) : undefined) ?? [...starts.keys()];
  const steps = (node.inputs[4] ? step.wholes(4) : undefined) ?? starts.map(() => 1);
  let gradient = step.arriving[0]!;
  const pads = Array.from({ length: 2 * shape.length }, () => 0);
  for (const [at, each] of axes.entries()) {
    const axis = axisOf(each, shape.length);
    const [size, stride] = [shape[axis]!, steps[at]!];
    const from = slicedFrom(starts[at]!, stride, size);
    const indices = Array.from({ length: sliced[axis]! }, (_, k) => from + k * stride);
    if (stride === 1) {
      pads[axis] = from;
      pads[shape.length + axis] = size - from - indices.length;
    } else gradient = untake(emit, { gradient, axis, indices, length: size });
  }
  if (pads.some((pad) => pad !== 0))
    gradient = emit.node("Pad", [gradient, emit.ints(pads), emit.floats([0], [])]);
  return [gradient];
};

/** Begin and end of every axis; the input `axes` names a few. */
function padsOf(step: Step): readonly number[] {
  const rank = step.emit.shape(step.node.inputs[0]!).length;
  const given = step.wholes(1) ?? step.refuse("how much it pads depends on the input");
  const axes = step.node.inputs[3] ? step.wholes(3) : undefined;
  if (axes === undefined) return given;
  const pads = Array.from({ length: 2 * rank }, () => 0);
  for (const [at, axis] of axes.entries()) {
    pads[axisOf(axis, rank)] = given[at]!;
    pads[rank + axisOf(axis, rank)] = given[axes.length + at]!;
  }
  return pads;
}

/** Which slice of the input a padded position shows. */
function shownAt(mode: string, position: number, size: number): number {
  if (mode === "edge") return Math.min(Math.max(position, 0), size - 1);
  if (mode === "wrap") return ((position % size) + size) % size;
  const period = Math.max(1, 2 * (size - 1));
  const within = ((position % period) + period) % period;
  return within < size ? within : period - within;
}

const pad: GradientRule = (step) => {
  const { node, emit } = step;
  const shape = emit.shape(node.inputs[0]!);
  const pads = padsOf(step);
  const mode = step.text("mode", "constant");
  let gradient = step.arriving[0]!;
  if (mode === "constant") {
    // Negative pads cut, so that the opposite pads undo both kinds.
    const back = pads.some((pad) => pad !== 0)
      ? emit.node("Pad", [gradient, emit.ints(pads.map((pad) => 0 - pad)), emit.floats([0], [])])
      : gradient;
    return [back, undefined, step.wants(2) ? framed(step, back) : undefined];
  }
  if (pads.some((pad) => pad < 0) && pads.some((pad) => pad > 0))
    step.refuse(`it cuts and pads by "${mode}" at once`);
  for (const [axis, size] of shape.entries()) {
    const [before, after] = [pads[axis]!, pads[shape.length + axis]!];
    if (before === 0 && after === 0) continue;
    const indices = Array.from({ length: size + before + after }, (_, at) =>
      shownAt(mode, at - before, size),
    );
    gradient = untake(emit, { gradient, axis, indices, length: size });
  }
  return [gradient];
};

/** What arrives at the frame belongs to the number it is filled with. */
function framed({ node, emit, arriving }: Step, inner: string): string {
  const all = emit.node("ReduceSum", [arriving[0]!], { attributes: { keepdims: 0 } });
  const inside = emit.node("ReduceSum", [inner], { attributes: { keepdims: 0 } });
  return emit.reshape(emit.node("Sub", [all, inside]), emit.shape(node.inputs[2]!));
}

const trilu: GradientRule = (step) => {
  const inputs = step.node.inputs[1]
    ? [step.arriving[0]!, step.node.inputs[1]]
    : [step.arriving[0]!];
  return [step.emit.node("Trilu", inputs, { attributes: { upper: step.int("upper", 1) } })];
};

/** Reversing twice is where it began. */
const reverseSequence: GradientRule = (step) => [
  step.emit.node("ReverseSequence", [step.arriving[0]!, step.node.inputs[1]!], {
    attributes: { batch_axis: step.int("batch_axis", 1), time_axis: step.int("time_axis", 0) },
  }),
];

export const joinRules: GradientRules = {
  Concat: concat,
  Split: split,
  Slice: slice,
  Pad: pad,
  Trilu: trilu,
  ReverseSequence: reverseSequence,
};
