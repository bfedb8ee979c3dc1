// One node of a TensorFlow graph, and how it is written as the Keras layer that it comes from.
import type { WeightArray } from "../convert/builder.ts";
import type { Call, Conversion, LayerRule } from "../keras/call.ts";
import type { Flow } from "../keras/flow.ts";
import { activationRules } from "../keras/layers/activations.ts";
import { convolutionRules } from "../keras/layers/convolution.ts";
import { denseRules } from "../keras/layers/dense.ts";
import { normaliseRules } from "../keras/layers/normalise.ts";
import { poolingRules } from "../keras/layers/pooling.ts";
import { shapeRules } from "../keras/layers/shapes.ts";
import type { GraphNode } from "./nodes.ts";

/** A value of the graph: what flows, or weights. */
export type Operand =
  | { readonly kind: "flow"; readonly flow: Flow }
  | { readonly kind: "constant"; readonly array: WeightArray };

/** One node of the graph with what it is given. */
export interface Step {
  readonly node: GraphNode;
  readonly operands: readonly Operand[];
  readonly conversion: Conversion;
  readonly refuse: (why: string) => never;
}

export type OperatorRule = (step: Step) => Operand;

const layerRules: Readonly<Record<string, LayerRule>> = {
  ...activationRules,
  ...convolutionRules,
  ...denseRules,
  ...normaliseRules,
  ...poolingRules,
  ...shapeRules,
};

/** What flows in at a place. */
export function flowAt({ operands, refuse }: Step, index: number): Flow {
  const found = operands[index];
  return found?.kind === "flow" ? found.flow : refuse("what it is given depends on no input");
}

/** Weights at a place. */
export function constantAt({ operands, refuse }: Step, index: number): WeightArray {
  const found = operands[index];
  return found?.kind === "constant" ? found.array : refuse("what should be weights is computed");
}

interface AsLayer {
  readonly className: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly weights?: readonly WeightArray[];
  readonly inputs?: readonly Flow[];
}

/** Writes a node as a Keras layer with these weights. */
export function asLayer(
  step: Step,
  { className, config, weights = [], inputs = [flowAt(step, 0)] }: AsLayer,
): Operand {
  const { node, conversion } = step;
  const call: Call = {
    layer: { name: node.name, className: node.op, module: "", config, buildConfig: {}, calls: [] },
    config,
    place: { names: [node.name], counted: [] },
    inputs,
    args: [],
    kwargs: new Map(),
    conversion: { ...conversion, store: { find: () => weights } },
    builder: conversion.builder,
  };
  return { kind: "flow", flow: layerRules[className]!(call) as Flow };
}
