// The graphs that are run: the model with its scores, and the same with losses and the gradient at the data.
import type { GraphNode, OnnxModel, Tensor, Value } from "../../formats/onnx/model.ts";
import { differentiate } from "./differentiate.ts";
import { emission } from "./emit.ts";
import { usedBy } from "./evaluate.ts";
import { dataInput } from "./front.ts";
import type { Fact } from "./inference.ts";
import type { Scored } from "./head.ts";
import { writeLosses, type LossInputs } from "./losses.ts";
import { opset } from "./rule.ts";

/** Names of what a gradient graph takes beside the data and gives beside the logits. */
export const lossInputs = {
  kind: "pavise/kind",
  targeted: "pavise/targeted",
  labels: "pavise/labels",
  targets: "pavise/targets",
  weights: "pavise/weights",
} as const satisfies Omit<LossInputs, "logits">;

/** A graph to run and the names of what it gives. */
export interface Built {
  readonly model: OnnxModel;
  readonly scores: string;
  readonly loss?: string;
  readonly gradient?: string;
}

/** What a graph is made of. */
export interface Parts {
  readonly nodes: readonly GraphNode[];
  readonly facts: ReadonlyMap<string, Fact>;
  readonly initializers: ReadonlyMap<string, Tensor>;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly opsets: ReadonlyMap<string, number>;
}

/** A model of these nodes, without what its outputs do not need. */
export function graphModel({
  nodes,
  facts,
  initializers,
  inputs,
  outputs,
  opsets,
}: Parts): OnnxModel {
  const value = (name: string): Value => {
    const fact = facts.get(name)!;
    return { name, type: fact.type, shape: fact.shape };
  };
  // Only what the outputs need, so that no weight is kept that was folded into another.
  const wanted = new Set(outputs);
  const live = nodes
    .toReversed()
    .filter((node) => {
      if (!node.outputs.some((name) => wanted.has(name))) return false;
      for (const name of usedBy(node)) wanted.add(name);
      return true;
    })
    .reverse();
  const made = new Set(live.flatMap((node) => node.outputs));
  const constants = new Map<string, Tensor>();
  for (const name of wanted) {
    const tensor = initializers.get(name) ?? facts.get(name)?.constant;
    if (tensor !== undefined && !made.has(name)) constants.set(name, tensor);
  }
  return {
    irVersion: 10,
    opsets: new Map(opsets).set("", Math.max(opset, opsets.get("") ?? opset)),
    producer: "pavise",
    functions: [],
    metadata: new Map(),
    graph: {
      name: "pavise",
      // The runtime takes no two nodes of one name; values have names of their own already.
      nodes: live.map((node) => ({
        ...node,
        name: node.outputs.find((name) => name !== "") ?? "",
      })),
      initializers: constants,
      inputs: inputs.map(value),
      outputs: outputs.map(value),
      values: new Map(),
    },
  };
}

/** The model from data to scores. */
export function buildScores(scored: Scored, opsets: ReadonlyMap<string, number>): Built {
  const { nodes, facts, initializers, scores } = scored;
  const outputs = [scores];
  return {
    model: graphModel({ nodes, facts, initializers, inputs: [dataInput], outputs, opsets }),
    scores,
  };
}

/**
 * The model from data to scores, losses and the gradient of what is asked for. Errors: `model-unsupported` with operator and
 * node where one has no gradient.
 */
export function buildGradient(scored: Scored, opsets: ReadonlyMap<string, number>): Built {
  const { nodes, scores, classes } = scored;
  const batch = scored.facts.get(scores)!.shape[0]!;
  const facts = new Map(scored.facts);
  facts.set(lossInputs.kind, { type: "int64", shape: [] });
  facts.set(lossInputs.targeted, { type: "float32", shape: [] });
  for (const name of [lossInputs.labels, lossInputs.targets, lossInputs.weights])
    facts.set(name, { type: "float32", shape: [batch, classes] });
  const { emit, needed, facts: all } = emission(facts);
  const { loss, seed, scale } = writeLosses(emit, { ...lossInputs, logits: scores });
  const found = differentiate({
    nodes,
    emit,
    input: dataInput,
    seeds: [{ output: scores, gradient: seed }],
  });
  const axes = facts.get(dataInput)!.shape.length;
  const each = emit.reshape(scale, [batch, ...Array.from({ length: axes - 1 }, () => 1)]);
  const gradient = emit.node("Mul", [found, each]);
  const outputs = [scores, loss, gradient];
  const more = needed(outputs);
  const model = graphModel({
    nodes: [...nodes, ...more.nodes],
    facts: all,
    initializers: new Map([...scored.initializers, ...more.initializers]),
    inputs: [dataInput, ...Object.values(lossInputs)],
    outputs,
    opsets,
  });
  return { model, scores, loss, gradient };
}
