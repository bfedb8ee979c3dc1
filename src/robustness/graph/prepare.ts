// A model as it is attacked: functions put in, every operator brought to one version, everything settled for one batch.
import { PaviseError } from "../../core/errors.ts";
import type { Graph, OnnxModel, Tensor } from "../../formats/onnx/model.ts";
import type { Fact } from "./inference.ts";
import { expand } from "./expand/expand.ts";
import { foldBatchNorms } from "./fold.ts";
import { inlineFunctions } from "./inline.ts";
import { settle, unsettled, type Settled } from "./settle.ts";
import { upgradeModel } from "./upgrade.ts";
import { widen } from "./widen.ts";

/** A model of today's operators. */
export interface Normalised {
  readonly model: OnnxModel;
  readonly wasHalf: boolean;
}

function namer(graph: Graph): () => string {
  const taken = new Set<string>();
  const collect = (one: Graph): void => {
    for (const { name } of one.inputs) taken.add(name);
    for (const name of one.initializers.keys()) taken.add(name);
    for (const node of one.nodes) {
      for (const name of node.outputs) taken.add(name);
      for (const attribute of node.attributes.values())
        if (attribute.kind === "graph") collect(attribute.value);
    }
  };
  collect(graph);
  let count = 0;
  return () => {
    for (;;) {
      const name = `pavise/own_${count++}`;
      if (!taken.has(name)) return name;
    }
  };
}

/** Functions put in, half precision widened, operators brought to one version. Errors: `model-unsupported`. */
export function normalise(model: OnnxModel): Normalised {
  const fresh = namer(model.graph);
  const { model: wide, wasHalf } = widen(inlineFunctions(model, fresh));
  return { model: upgradeModel(wide, fresh), wasHalf };
}

/** Rounds of putting in bodies and settling again: each may uncover others. */
const maxRounds = 32;

export interface PrepareOptions {
  readonly inputs: ReadonlyMap<string, Fact>;
  /** Outputs that are wanted; others are left out. */
  readonly outputs: readonly string[];
}

function graphOf(graph: Graph, { nodes, facts, outputs }: Settled): Graph {
  const initializers = new Map<string, Tensor>();
  for (const [name, { constant }] of facts)
    if (constant !== undefined) initializers.set(name, constant);
  return {
    ...graph,
    nodes,
    initializers,
    outputs: graph.outputs.map((value) => ({ ...value, name: outputs.get(value.name)! })),
    values: new Map(),
  };
}

/**
 * Settles a normalised model for inputs of these shapes. Errors: `model-unsupported` where the shape of a value cannot be
 * known, or where an output is not there.
 */
export async function prepare(model: OnnxModel, options: PrepareOptions): Promise<Settled> {
  const { inputs, outputs: wanted } = options;
  const outputs = wanted.map((name) => {
    const found = model.graph.outputs.find((value) => value.name === name);
    return found ?? { name, type: "undefined" as const, shape: undefined };
  });
  let graph: Graph = { ...model.graph, outputs };
  let settled = await settle({ ...model, graph }, { inputs });
  const names = new Map(wanted.map((name) => [name, settled.outputs.get(name)!]));
  for (let round = 0; round < maxRounds; round++) {
    const before = graphOf(graph, settled);
    const after = expand(before, settled.facts);
    if (after === before) break;
    graph = after;
    settled = await settle({ ...model, graph }, { inputs });
    for (const [name, value] of names) names.set(name, settled.outputs.get(value) ?? value);
  }
  const problem = unsettled(settled);
  if (problem !== undefined) throw problem;
  for (const value of names.values())
    if (!settled.facts.has(value))
      throw new PaviseError("model-unsupported", `nothing in the model gives ${value}`, {
        hint: `Its outputs are ${model.graph.outputs.map(({ name }) => name).join(", ")}.`,
      });
  return foldBatchNorms({ ...settled, outputs: names });
}
