// Bounds of every value where each input lies between two: interval arithmetic, written as ONNX nodes.
// Gowal et al. 2018, arXiv:1810.12715 (IBP); Moore 1966.
import { PaviseError } from "../../core/errors.ts";
import type { GraphNode } from "../../formats/onnx/model.ts";
import { floatOf, intOf, keyOf, textOf } from "../graph/attributes.ts";
import { namesUsed } from "../graph/emit.ts";
import type { Emitter } from "../graph/rule.ts";

/** Names of the values between which one lies. */
export interface Between {
  readonly lower: string;
  readonly upper: string;
}

/** Growing in every input that depends on what is attacked: bounds go through as they are. */
const rising: ReadonlySet<string> = new Set(
  (
    "Relu Sigmoid Tanh Clip Elu Selu Celu Softplus Softsign HardSigmoid Exp Log Sqrt Erf ThresholdedRelu Floor Ceil Round " +
    "Identity Dropout Reshape Flatten Transpose Squeeze Unsqueeze Concat Slice Split Pad Gather Expand Tile DepthToSpace " +
    "SpaceToDepth Trilu Add Sum Mean Max Min GlobalAveragePool AveragePool GlobalMaxPool MaxPool ReduceMean ReduceSum " +
    "ReduceMax ReduceMin"
  ).split(" "),
);

/** Element by element either rising or falling in the one input that depends. */
const turning: ReadonlySet<string> = new Set(
  "Neg Sub Mul Div LeakyRelu PRelu BatchNormalization".split(" "),
);

/** Sums with constant weights. */
const weighted: ReadonlySet<string> = new Set(["Conv", "ConvTranspose", "Gemm", "MatMul"]);

function refuse(node: GraphNode, why: string): never {
  const { operator, name, outputs } = node;
  throw new PaviseError(
    "model-unsupported",
    `no bounds through ${operator} (node ${name === "" ? `that gives ${outputs[0] ?? "nothing"}` : name}): ${why}`,
    {
      hint: "Certified bounds know feed-forward networks; attacks work on this model all the same.",
    },
  );
}

interface Given {
  readonly node: GraphNode;
  readonly emit: Emitter;
  readonly between: ReadonlyMap<string, Between>;
}

/** The node with other inputs. */
function again({ node, emit }: Given, inputs: readonly string[]): readonly string[] {
  return emit.nodes(node.operator, inputs, {
    attributes: Object.fromEntries(node.attributes),
    outputs: node.outputs.length,
    domain: node.domain,
  });
}

function sides(given: Given): { lower: readonly string[]; upper: readonly string[] } {
  const { node, between } = given;
  return {
    lower: again(
      given,
      node.inputs.map((name) => between.get(name)?.lower ?? name),
    ),
    upper: again(
      given,
      node.inputs.map((name) => between.get(name)?.upper ?? name),
    ),
  };
}

function asThey(given: Given): readonly Between[] {
  const { lower, upper } = sides(given);
  return lower.map((name, at) => ({ lower: name, upper: upper[at]! }));
}

function turned(given: Given): readonly Between[] {
  const { emit } = given;
  const { lower, upper } = sides(given);
  return lower.map((name, at) => ({
    lower: emit.node("Min", [name, upper[at]!]),
    upper: emit.node("Max", [name, upper[at]!]),
  }));
}

/** Difference of two that both depend. */
function differenceOf({ emit, node, between }: Given): Between {
  const [left, right] = node.inputs.map((name) => between.get(name)!);
  return {
    lower: emit.node("Sub", [left!.lower, right!.upper]),
    upper: emit.node("Sub", [left!.upper, right!.lower]),
  };
}

/** Product of two that both depend: one of the four corners. */
function productOf({ emit, node, between }: Given): Between {
  const [left, right] = node.inputs.map((name) => between.get(name)!);
  const corners = [left!.lower, left!.upper].flatMap((one) =>
    [right!.lower, right!.upper].map((other) => emit.node("Mul", [one, other])),
  );
  return { lower: emit.node("Min", corners), upper: emit.node("Max", corners) };
}

/** W · centre + b ± |W| · radius. */
function weightedSum(given: Given, depends: number): Between {
  const { node, emit, between } = given;
  const { lower, upper } = between.get(node.inputs[depends]!)!;
  const half = emit.floats([0.5], []);
  const centre = emit.node("Mul", [emit.node("Add", [lower, upper]), half]);
  const radius = emit.node("Mul", [emit.node("Sub", [upper, lower]), half]);
  const [middle] = again(
    given,
    node.inputs.map((name, at) => (at === depends ? centre : name)),
  );
  const [reach] = again(
    given,
    node.inputs
      // The third is what is added: of a radius nothing.
      .slice(0, 2)
      .map((name, at) => (at === depends ? radius : emit.node("Abs", [name]))),
  );
  return {
    lower: emit.node("Sub", [middle!, reach!]),
    upper: emit.node("Add", [middle!, reach!]),
  };
}

function boundsOf(given: Given): readonly Between[] {
  const { node, between, emit } = given;
  const key = keyOf(node);
  const depending = node.inputs.flatMap((name, at) => (between.has(name) ? [at] : []));
  const [first] = depending;
  if (rising.has(key)) {
    if (key === "MaxPool" && node.outputs.length > 1 && node.outputs[1] !== "")
      return refuse(node, "places of maxima are numbers, not bounds");
    if (key === "HardSigmoid" && floatOf(node, "alpha", 0.2) < 0) return refuse(node, "it falls");
    return asThey(given);
  }
  if (key === "Resize" && depending.length === 1 && first === 0) {
    if (textOf(node, "mode", "nearest") === "cubic")
      return refuse(node, "cubic weights are negative");
    return asThey(given);
  }
  if (key === "Cast" && emit.type(node.outputs[0]!) === emit.type(node.inputs[0]!))
    return asThey(given);
  if (depending.length === 2 && key === "Sub") return [differenceOf(given)];
  if (depending.length === 2 && key === "Mul") return [productOf(given)];
  if (turning.has(key)) {
    if (depending.length !== 1 || (first !== 0 && key !== "Sub" && key !== "Mul"))
      return refuse(node, "more than one of its inputs depends on what is attacked");
    if (key === "BatchNormalization" && intOf(node, "training_mode") !== 0)
      return refuse(node, "it is in training mode");
    return turned(given);
  }
  if (weighted.has(key)) {
    if (depending.length !== 1) return refuse(node, "its weights depend on the input");
    if (first === 2) return refuse(node, "what is added depends on the input");
    return [weightedSum(given, first!)];
  }
  return refuse(node, "the operator is not known");
}

/**
 * Appends bounds of all values that depend on the input. Bounds are in the graph's own precision and not rounded
 * outwards. Errors: `model-unsupported` where an operator is not known.
 */
export function intervals(
  nodes: readonly GraphNode[],
  emit: Emitter,
  input: { readonly name: string } & Between,
): ReadonlyMap<string, Between> {
  const between = new Map<string, Between>([[input.name, input]]);
  for (const node of nodes) {
    if (!namesUsed(node).some((name) => between.has(name))) continue;
    for (const [at, found] of boundsOf({ node, emit, between }).entries()) {
      const name = node.outputs[at];
      if (name !== undefined && name !== "") between.set(name, found);
    }
  }
  return between;
}
