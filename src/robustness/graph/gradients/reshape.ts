// Operators that only lay the same numbers out differently, or repeat them.
import type { GradientRule, GradientRules, Step } from "../rule.ts";

const floating = new Set(["float32", "float16", "float64", "bfloat16"]);

/** Gives the gradient the shape of the first input. */
const reshaped: GradientRule = ({ node, emit, arriving }) => [
  emit.reshape(arriving[0]!, emit.shape(node.inputs[0]!)),
];

const passed: GradientRule = ({ arriving }) => [arriving[0]];

const transpose: GradientRule = (step) => {
  const rank = step.emit.shape(step.node.inputs[0]!).length;
  const order = step.ints(
    "perm",
    Array.from({ length: rank }, (_, axis) => rank - 1 - axis),
  );
  const inverse = Array.from(order, () => 0);
  for (const [to, from] of order.entries()) inverse[from] = to;
  return [step.emit.node("Transpose", [step.arriving[0]!], { attributes: { perm: inverse } })];
};

/** Dropout is the identity outside training: https://onnx.ai/onnx/operators/onnx__Dropout.html . */
const dropout: GradientRule = (step) => {
  const training = step.node.inputs[2] ? step.emit.constant(step.node.inputs[2]) : undefined;
  if (step.node.inputs[2] && (training === undefined || training.bytes()[0] !== 0))
    step.refuse("it drops values at random; export the model for inference");
  return [step.arriving[0]];
};

/** Between floats the gradient is cast back; a whole number does not change with its source, but its float does with it. */
const cast: GradientRule = ({ node, emit, arriving }) => {
  const from = emit.type(node.inputs[0]!);
  const to = emit.type(node.outputs[0]!);
  if (!floating.has(to) && floating.has(from)) return [];
  if (from === "bool") return [];
  return [castTo(emit, arriving[0]!, floating.has(from) ? from : emit.type(arriving[0]!))];
};

const castNumbers: Readonly<Record<string, number>> = {
  float32: 1,
  float16: 10,
  float64: 11,
  bfloat16: 16,
};

function castTo(emit: Step["emit"], name: string, type: string): string {
  if (emit.type(name) === type) return name;
  return emit.node("Cast", [name], { attributes: { to: castNumbers[type]! } });
}

const expand: GradientRule = ({ node, emit, arriving }) => [
  emit.sumTo(arriving[0]!, emit.shape(node.inputs[0]!)),
];

/** Repeats of an axis become an axis of their own, which is summed over. */
const tile: GradientRule = ({ node, emit, arriving }) => {
  const shape = emit.shape(node.inputs[0]!);
  const tiled = emit.shape(node.outputs[0]!);
  const parts: number[] = [];
  const repeated: number[] = [];
  for (const [axis, size] of shape.entries()) {
    const times = size === 0 ? 1 : tiled[axis]! / size;
    if (times !== 1) {
      repeated.push(parts.length);
      parts.push(times);
    }
    parts.push(size);
  }
  if (repeated.length === 0) return [arriving[0]];
  const split = emit.reshape(arriving[0]!, parts);
  return [emit.node("ReduceSum", [split, emit.ints(repeated)], { attributes: { keepdims: 0 } })];
};

/** Blocks go back to channels; SpaceToDepth knows only the order DCR. */
const depthToSpace: GradientRule = (step) => {
  const { node, emit, arriving } = step;
  const block = step.int("blocksize");
  if (step.text("mode", "DCR") === "DCR")
    return [emit.node("SpaceToDepth", [arriving[0]!], { attributes: { blocksize: block } })];
  const shape = emit.shape(node.inputs[0]!);
  const [count = 1, channels = 1, height = 1, width = 1] = shape;
  const blocks = [count, channels / (block * block), height, block, width, block];
  const ordered = emit.node("Transpose", [emit.reshape(arriving[0]!, blocks)], {
    attributes: { perm: [0, 1, 3, 5, 2, 4] },
  });
  return [emit.reshape(ordered, shape)];
};

const spaceToDepth: GradientRule = (step) => [
  step.emit.node("DepthToSpace", [step.arriving[0]!], {
    attributes: { blocksize: step.int("blocksize"), mode: "DCR" },
  }),
];

export const reshapeRules: GradientRules = {
  Reshape: reshaped,
  Flatten: reshaped,
  Squeeze: reshaped,
  Unsqueeze: reshaped,
  Identity: passed,
  Dropout: dropout,
  Transpose: transpose,
  Cast: cast,
  CastLike: cast,
  Expand: expand,
  Tile: tile,
  DepthToSpace: depthToSpace,
  SpaceToDepth: spaceToDepth,
};
