// Batch normalisation is put into the convolution or the product before it: it is linear where statistics are fixed.
import type { ElementType, GraphNode, Tensor } from "../../formats/onnx/model.ts";
import { sizeOf } from "../batch.ts";
import { floatOf, intOf } from "./attributes.ts";
import type { Fact } from "./inference.ts";
import { usedBy } from "./evaluate.ts";
import type { Settled } from "./settle.ts";
import { numbersOf } from "./tensors.ts";

/** Which axis of the weights is that of the outputs, and how many outputs there are for each place of it. */
function outputsOf(node: GraphNode, weights: Fact): { readonly axis: number } | undefined {
  if (node.operator === "Conv") return { axis: 0 };
  if (node.operator === "ConvTranspose")
    return intOf(node, "group", 1) === 1 ? { axis: 1 } : undefined;
  if (node.operator !== "Gemm" || floatOf(node, "alpha", 1) !== 1) return undefined;
  return floatOf(node, "beta", 1) === 1 && weights.shape.length === 2
    ? { axis: intOf(node, "transB") === 1 ? 0 : 1 }
    : undefined;
}

/** A float32 tensor that is computed whenever it is asked for, so that it takes no memory before. */
function lazily(dims: readonly number[], make: () => Float32Array): Tensor {
  const bytes = (): Uint8Array => new Uint8Array(make().buffer);
  return { type: "float32", dims, bytes };
}

function scaled(weights: Tensor, scale: Float64Array, axis: number): Tensor {
  const inner = sizeOf(weights.dims.slice(axis + 1));
  return lazily(weights.dims, () => {
    const values = Float32Array.from(numbersOf(weights)!);
    for (let at = 0; at < values.length; at++)
      values[at] = values[at]! * scale[Math.floor(at / inner) % scale.length]!;
    return values;
  });
}

/** y = scale · x + shift, from the constants of a normalisation; in float64, rounded once at the end. */
function affineOf(
  node: GraphNode,
  facts: ReadonlyMap<string, Fact>,
): { readonly scale: Float64Array; readonly shift: Float64Array } | undefined {
  const given = node.inputs.slice(1, 5).map((name) => {
    const constant = facts.get(name)?.constant;
    return constant?.type === "float32" ? numbersOf(constant) : undefined;
  });
  const [gamma, beta, mean, variance] = given;
  if (!gamma || !beta || !mean || !variance) return undefined;
  const epsilon = floatOf(node, "epsilon", 1e-5);
  const scale = Float64Array.from(gamma, (value, k) => value / Math.sqrt(variance[k]! + epsilon));
  const shift = Float64Array.from(beta, (value, k) => value - mean[k]! * scale[k]!);
  return { scale, shift };
}

function countUses(
  nodes: readonly GraphNode[],
  outputs: Iterable<string>,
): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const name of [...nodes.flatMap(usedBy), ...outputs])
    uses.set(name, (uses.get(name) ?? 0) + 1);
  return uses;
}

const isSingle = (type: ElementType | undefined): boolean => type === "float32";

/** The graph with batch normalisations folded where the layer before gives its output to nothing else. */
export function foldBatchNorms(settled: Settled): Settled {
  const facts = new Map(settled.facts);
  const uses = countUses(settled.nodes, settled.outputs.values());
  const makers = new Map<string, number>();
  const nodes: (GraphNode | undefined)[] = [...settled.nodes];

  function fold(normal: GraphNode, at: number): boolean {
    const before = makers.get(normal.inputs[0]!);
    const layer = before === undefined ? undefined : nodes[before];
    if (before === undefined || layer === undefined || uses.get(normal.inputs[0]!) !== 1)
      return false;
    const [weights, bias] = [facts.get(layer.inputs[1]!), facts.get(layer.inputs[2] ?? "")];
    if (weights?.constant === undefined || !isSingle(weights.type)) return false;
    const hasBias = (layer.inputs[2] ?? "") !== "";
    const place = outputsOf(layer, weights);
    const affine = affineOf(normal, facts);
    if (place === undefined || affine === undefined) return false;
    const { scale, shift } = affine;
    const isFlat = bias?.constant !== undefined && sizeOf(bias.shape) === scale.length;
    if (hasBias && (!isFlat || !isSingle(bias?.type))) return false;
    if (weights.shape[place.axis] !== scale.length) return false;
    const old = bias?.constant;
    const [weightName, biasName] = [`${normal.outputs[0]}/weights`, `${normal.outputs[0]}/bias`];
    const newWeights = scaled(weights.constant, scale, place.axis);
    const newBias = lazily([scale.length], () => {
      const values = old && numbersOf(old)!;
      return Float32Array.from(scale, (factor, k) => (values?.[k] ?? 0) * factor + shift[k]!);
    });
    facts.set(weightName, { ...weights, constant: newWeights });
    facts.set(biasName, { type: "float32", shape: [scale.length], constant: newBias });
    nodes[before] = undefined;
    nodes[at] = {
      ...layer,
      inputs: [layer.inputs[0]!, weightName, biasName],
      outputs: [normal.outputs[0]!],
    };
    makers.set(normal.outputs[0]!, at);
    return true;
  }

  for (const [at, node] of settled.nodes.entries()) {
    if (node.operator === "BatchNormalization" && node.domain === "" && fold(node, at)) continue;
    for (const name of node.outputs) makers.set(name, at);
  }
  return { ...settled, nodes: nodes.filter((node) => node !== undefined), facts };
}
