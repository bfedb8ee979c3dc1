// Bounds of a weighted sum of a layer's values by straight lines through the network, followed back to the input:
// CROWN (Zhang et al. 2018, arXiv:1811.00866). The way back is that of gradients, with other slopes at the bends.
import { PaviseError } from "../../core/errors.ts";
import type { GraphNode } from "../../formats/onnx/model.ts";
import { floatOf, keyOf } from "../graph/attributes.ts";
import { gradientsOf } from "../graph/differentiate.ts";
import { namesUsed } from "../graph/emit.ts";
import type { Emitter } from "../graph/rule.ts";

/** Where a network bends: between these values it is held by lines. */
export interface Bend {
  readonly node: GraphNode;
  readonly kind: "relu" | "max-pool";
  /** The value that bends. */
  readonly input: string;
}

/** Slope on the negative side of what bends like a ReLU; undefined for what does not. */
export function slopeBelow(node: GraphNode): number | undefined {
  const key = keyOf(node);
  if (key === "Relu") return 0;
  if (key !== "LeakyRelu") return undefined;
  const alpha = floatOf(node, "alpha", 0.01);
  return alpha >= 0 && alpha < 1 ? alpha : undefined;
}

export function bendOf(node: GraphNode): Bend | undefined {
  const input = node.inputs[0]!;
  if (slopeBelow(node) !== undefined) return { node, kind: "relu", input };
  return keyOf(node) === "MaxPool" ? { node, kind: "max-pool", input } : undefined;
}

/** Straight in what depends on the input, so that what gradients do is exact. */
const straight: ReadonlySet<string> = new Set(
  (
    "Conv ConvTranspose Gemm MatMul Add Sub Sum Neg Identity Dropout Reshape Flatten Transpose Squeeze Unsqueeze Concat Slice " +
    "Split Pad Gather Expand GlobalAveragePool AveragePool ReduceMean ReduceSum BatchNormalization Mul Div DepthToSpace " +
    "SpaceToDepth"
  ).split(" "),
);

/** Those of them that may give something else than zero for zeros. */
const offset: ReadonlySet<string> = new Set(
  "Conv ConvTranspose Gemm Add Sub Sum BatchNormalization Pad Concat".split(" "),
);

/** Values that hold a bend, each of the shape of its input with one item. */
export type Lines =
  | {
      readonly kind: "relu";
      /** Slope of the line below, which goes through zero. */
      readonly slopeBelow: string;
      /** Slope of the line above, and where it stands at zero. */
      readonly slopeAbove: string;
      readonly offsetAbove: string;
    }
  /** Bounds of what goes into a max-pool. */
  | { readonly kind: "max-pool"; readonly lower: string; readonly upper: string };

export interface LinearGiven {
  readonly nodes: readonly GraphNode[];
  readonly emit: Emitter;
  readonly input: string;
  /** The value whose sum is bounded, and its weights. */
  readonly target: { readonly value: string; readonly weights: string };
  readonly lines: ReadonlyMap<GraphNode, Lines>;
}

/** What the sum is at least: coefficients of the input and what is added. */
export interface LinearBound {
  readonly coefficients: string;
  /** One number an item. */
  readonly constant: string;
}

function refuse(node: GraphNode, why: string): never {
  throw new PaviseError("model-unsupported", `no lines through ${node.operator}: ${why}`, {
    hint: "Ask for interval bounds (`interval`), which know more operators.",
  });
}

/** Sums each item of a product. */
function dotItems(emit: Emitter, left: string, right: string): string {
  const product = emit.node("Mul", [left, right]);
  const axes = emit.shape(product).map((_, axis) => axis);
  return emit.node("ReduceSum", [product, emit.ints(axes.slice(1))], {
    attributes: { keepdims: 0 },
  });
}

/** Positive and negative part. */
function partsOf(emit: Emitter, value: string): { positive: string; negative: string } {
  const positive = emit.node("Relu", [value]);
  return { positive, negative: emit.node("Sub", [value, positive]) };
}

function zerosLike(emit: Emitter, name: string): string {
  const shape = emit.shape(name);
  return emit.node("Expand", [emit.floats([0], []), emit.ints([...shape])]);
}

/** Appends a lower bound of the weighted sum. Errors: `model-unsupported` where an operator neither is straight nor bends. */
export function lowerBound(given: LinearGiven): LinearBound {
  const { nodes, emit, input, target, lines } = given;
  const flowing = new Map([[target.value, target.weights]]);
  const constants: string[] = [];
  const depends = new Set([input]);
  for (const node of nodes)
    if (namesUsed(node).some((name) => depends.has(name)))
      for (const name of node.outputs) depends.add(name);
  const wants = (name: string | undefined): boolean => name !== undefined && depends.has(name);

  function add(name: string, coefficients: string): void {
    const before = flowing.get(name);
    flowing.set(
      name,
      before === undefined ? coefficients : emit.node("Add", [before, coefficients]),
    );
  }

  function through(node: GraphNode, arriving: string): void {
    const held = lines.get(node);
    if (held === undefined) return refuse(node, "nothing is known of where it bends");
    const { positive, negative } = partsOf(emit, arriving);
    const [bends] = node.inputs;
    if (held.kind === "relu") {
      const low = emit.node("Mul", [positive, held.slopeBelow]);
      add(bends!, emit.node("Add", [low, emit.node("Mul", [negative, held.slopeAbove])]));
      constants.push(dotItems(emit, negative, held.offsetAbove));
      return undefined;
    }
    // A maximum is at least the one of its inputs whose lower bound is greatest, and at most the greatest upper bound.
    const attributes = Object.fromEntries(node.attributes);
    const lower = emit.node("Expand", [held.lower, emit.ints([...emit.shape(bends!)])]);
    const pooled = emit.node("MaxPool", [lower], { attributes });
    const most = emit.node("MaxPool", [held.upper], { attributes });
    const [back] = gradientsOf({
      node: { ...node, inputs: [lower], outputs: [pooled] },
      emit,
      arriving: [positive],
      wants: (name) => name === lower,
    });
    if (back !== undefined) add(bends!, back);
    constants.push(dotItems(emit, negative, most));
    return undefined;
  }

  for (const node of nodes.toReversed()) {
    const arriving = node.outputs.map((name) => flowing.get(name));
    if (arriving.every((each) => each === undefined)) continue;
    if (!node.inputs.some(wants)) continue;
    if (bendOf(node) !== undefined) {
      through(node, arriving[0]!);
      continue;
    }
    const key = keyOf(node);
    const depending = node.inputs.filter(wants);
    if (!straight.has(key)) refuse(node, "it neither is straight nor bends in a known way");
    const isProduct = ["Mul", "Div", "MatMul", "Conv", "ConvTranspose", "Gemm"].includes(key);
    if (isProduct && (depending.length > 1 || (key === "Div" && wants(node.inputs[1]))))
      refuse(node, "both of its inputs depend on what is attacked");
    for (const [at, gradient] of gradientsOf({ node, emit, arriving, wants }).entries())
      if (gradient !== undefined && wants(node.inputs[at])) add(node.inputs[at]!, gradient);
    if (!offset.has(key) || node.inputs.every(wants)) continue;
    const atZero = emit.nodes(
      node.operator,
      node.inputs.map((name) => (wants(name) ? zerosLike(emit, name) : name)),
      { attributes: Object.fromEntries(node.attributes), outputs: node.outputs.length },
    );
    for (const [at, coefficients] of arriving.entries())
      if (coefficients !== undefined) constants.push(dotItems(emit, coefficients, atZero[at]!));
  }
  const coefficients = flowing.get(input);
  if (coefficients === undefined)
    throw new PaviseError("model-unsupported", `what is bounded does not depend on ${input}`);
  const [first = emit.floats([0], [1]), ...others] = constants;
  return {
    coefficients,
    constant: others.reduce((sum, each) => emit.node("Add", [sum, each]), first),
  };
}
