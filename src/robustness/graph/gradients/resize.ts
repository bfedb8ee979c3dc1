// Resizing is linear in its input, and every axis is resized on its own.
import type { Emitter, GradientRule, GradientRules, PlainAttribute, Step } from "../rule.ts";
import { numbersOf } from "../tensors.ts";

const product = (values: readonly number[]): number => values.reduce((all, each) => all * each, 1);
const axisOf = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis);

/** How one axis is resized. */
interface Axis {
  readonly axis: number;
  readonly from: number;
  readonly to: number;
  readonly scale: number;
  /** Whether its length was given, and the scale follows from it. */
  readonly isSized: boolean;
  readonly roi: readonly [number, number];
}

function floatsOf(emit: Emitter, name: string | undefined): readonly number[] | undefined {
  const tensor = name ? emit.constant(name) : undefined;
  const numbers = tensor && numbersOf(tensor);
  return numbers && Array.from(numbers);
}

function axesOf(step: Step): readonly Axis[] {
  const { node, emit } = step;
  const from = emit.shape(node.inputs[0]!);
  const to = emit.shape(node.outputs[0]!);
  const axes = step.ints("axes", [...from.keys()]).map((axis) => axisOf(axis, from.length));
  const roi = floatsOf(emit, node.inputs[1]);
  const scales = scalesOf(step, axes);
  const isSized =
    (floatsOf(emit, node.inputs[2]) ?? []).length === 0 &&
    step.text("keep_aspect_ratio_policy", "stretch") === "stretch";
  return axes.map((axis, at) => ({
    axis,
    from: from[axis]!,
    to: to[axis]!,
    scale: scales[at]!,
    isSized,
    roi: [roi?.[at] ?? 0, roi?.[axes.length + at] ?? 1],
  }));
}

/** The scale by which coordinates are divided: given, or from the sizes. */
function scalesOf(step: Step, axes: readonly number[]): readonly number[] {
  const { node, emit } = step;
  const from = emit.shape(node.inputs[0]!);
  const given = floatsOf(emit, node.inputs[2]);
  if (given !== undefined && given.length > 0) return given;
  const sizes = node.inputs[3] ? step.wholes(3) : undefined;
  if (sizes === undefined) return step.refuse("its size depends on the input");
  const each = axes.map((axis, at) => Math.fround(sizes[at]! / from[axis]!));
  const policy = step.text("keep_aspect_ratio_policy", "stretch");
  if (policy === "stretch") return each;
  const one = policy === "not_larger" ? Math.min(...each) : Math.max(...each);
  return each.map(() => one);
}

/** Every pixel repeated a whole number of times, as "nearest" does for whole scales unless it rounds at ties. */
function isRepeat(step: Step, { from, to, scale }: Axis): boolean {
  if (step.text("mode", "nearest") !== "nearest") return false;
  if (!Number.isInteger(scale) || to !== from * scale) return false;
  const coordinates = step.text("coordinate_transformation_mode", "half_pixel");
  if (coordinates === "half_pixel" || coordinates === "half_pixel_symmetric") {
    const rounding = step.text("nearest_mode", "round_prefer_floor");
    return rounding === "round_prefer_floor" || rounding === "round_prefer_ceil";
  }
  return (
    coordinates === "asymmetric" && step.text("nearest_mode", "round_prefer_floor") === "floor"
  );
}

/**
 * The matrix [from, to] of one axis, transposed: the runtime resizes an identity, so that forward and backward agree in
 * every mode, rounding and weight. It is a constant, which the runtime folds when it loads the graph.
 */
function matrixOf(step: Step, axis: Axis): string {
  const { emit, node } = step;
  const identity = new Float32Array(axis.from * axis.from);
  for (let at = 0; at < axis.from; at++) identity[at * axis.from + at] = 1;
  const attributes: Record<string, PlainAttribute> = {};
  for (const [name, value] of node.attributes)
    if (name !== "axes" && name !== "keep_aspect_ratio_policy") attributes[name] = value;
  if (node.attributes.has("extrapolation_value")) attributes["extrapolation_value"] = { float: 0 };
  const roi = emit.floats([0, 0, 0, axis.roi[0], 1, 1, 1, axis.roi[1]], [8]);
  const amount = axis.isSized
    ? ["", emit.ints([1, 1, axis.from, axis.to])]
    : [emit.floats([1, 1, 1, axis.scale], [4])];
  const square = emit.floats(identity, [1, 1, axis.from, axis.from]);
  const resized = emit.node("Resize", [square, roi, ...amount], {
    attributes,
    facts: [{ type: emit.type(square), shape: [1, 1, axis.from, axis.to] }],
  });
  return emit.reshape(resized, [axis.from, axis.to]);
}

const resize: GradientRule = (step) => {
  const { emit } = step;
  const isCropped =
    step.text("coordinate_transformation_mode", "half_pixel") === "tf_crop_and_resize";
  let gradient = step.arriving[0]!;
  for (const axis of axesOf(step)) {
    const isWhole = !isCropped || (axis.roi[0] === 0 && axis.roi[1] === 1);
    if (axis.scale === 1 && axis.from === axis.to && isWhole) continue;
    const length = Math.floor(Math.fround(axis.from * Math.fround(axis.scale)));
    if (!axis.isSized && length !== axis.to)
      step.refuse("its length is rounded to keep the aspect ratio; export it with fixed sizes");
    gradient = isRepeat(step, axis)
      ? repeated(emit, gradient, axis)
      : multiplied(step, gradient, axis);
  }
  return [gradient];
};

function repeated(emit: Emitter, gradient: string, axis: Axis): string {
  const shape = emit.shape(gradient);
  const parts = [
    ...shape.slice(0, axis.axis),
    axis.from,
    axis.scale,
    ...shape.slice(axis.axis + 1),
  ];
  return emit.node("ReduceSum", [emit.reshape(gradient, parts), emit.ints([axis.axis + 1])], {
    attributes: { keepdims: 0 },
  });
}

function multiplied(step: Step, gradient: string, axis: Axis): string {
  const { emit } = step;
  const shape = emit.shape(gradient);
  const [before, after] = [shape.slice(0, axis.axis), shape.slice(axis.axis + 1)];
  const rows = emit.reshape(gradient, [product(before), axis.to, product(after)]);
  const back = emit.node("MatMul", [matrixOf(step, axis), rows]);
  return emit.reshape(back, [...before, axis.from, ...after]);
}

export const resizeRules: GradientRules = { Resize: resize };
