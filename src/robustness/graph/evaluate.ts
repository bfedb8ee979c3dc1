// Runs one node by itself in the runtime: what a constant node gives, or what shape an operator gives that is not known here.
import { messageOf } from "../../core/errors.ts";
import type { GraphNode, OnnxModel, Tensor, Value } from "../../formats/onnx/model.ts";
import { byteLength } from "../../formats/onnx/read-tensor.ts";
import { Unknown, type Fact } from "./inference.ts";
import { openSession, type RuntimeTensor } from "./runtime.ts";

/** A node and what is known of the values it uses, those of the bodies within it as well. */
export interface Alone {
  readonly node: GraphNode;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly opsets: ReadonlyMap<string, number>;
  readonly irVersion: number;
}

/** A tensor of the graph from what the runtime gave. */
function tensorFrom({ type, dims, data }: RuntimeTensor): Tensor {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { type, dims, bytes: () => bytes };
}

/** Names that a node uses; those that bodies within it use of the graph around it as well. */
export function usedBy(node: GraphNode): readonly string[] {
  const used = new Set(node.inputs.filter((name) => name !== ""));
  for (const attribute of node.attributes.values()) {
    const graphs =
      attribute.kind === "graph"
        ? [attribute.value]
        : attribute.kind === "graphs"
          ? attribute.value
          : [];
    for (const graph of graphs) {
      const own = new Set([...graph.inputs.map(({ name }) => name), ...graph.initializers.keys()]);
      for (const inner of graph.nodes) {
        for (const name of usedBy(inner)) if (!own.has(name)) used.add(name);
        for (const name of inner.outputs) own.add(name);
      }
      for (const { name } of graph.outputs) if (!own.has(name)) used.add(name);
    }
  }
  return [...used];
}

const maxBytes = 2 ** 30;

function zeros({ type, shape }: Fact): Tensor {
  const size = byteLength({ type, dims: shape });
  if (size > maxBytes) throw new Unknown(`an input has ${size} bytes`);
  return { type, dims: shape, bytes: () => new Uint8Array(size) };
}

/**
 * Runs a node; inputs that are no constants are zeros, so that only shapes and types mean anything then. Throws `Unknown`
 * with what the runtime said where it cannot be run.
 */
export async function runAlone({
  node,
  facts,
  opsets,
  irVersion,
}: Alone): Promise<readonly Fact[]> {
  const initializers = new Map<string, Tensor>();
  let isConstant = true;
  for (const name of usedBy(node)) {
    const fact = facts.get(name);
    if (fact === undefined) throw new Unknown(`${name} is not known`);
    if (fact.constant === undefined) isConstant = false;
    // All are given as weights: the binding takes no half precision as an input.
    initializers.set(name, fact.constant ?? zeros(fact));
  }
  const named = node.outputs.filter((name) => name !== "");
  const outputs = named.map((name): Value => ({ name, type: "undefined", shape: undefined }));
  const model: OnnxModel = {
    irVersion,
    opsets,
    producer: undefined,
    functions: [],
    metadata: new Map(),
    graph: { name: "one", nodes: [node], initializers, inputs: [], outputs, values: new Map() },
  };
  let found: Readonly<Record<string, RuntimeTensor>>;
  try {
    const session = await openSession(model, { optimise: "none", providers: ["cpu"] });
    try {
      found = await session.run({});
    } finally {
      await session.release();
    }
  } catch (error) {
    throw new Unknown(messageOf(error), { cause: error });
  }
  return node.outputs.map((name) => {
    const each = found[name];
    if (each === undefined) return { type: "undefined", shape: [] };
    const fact = { type: each.type, shape: each.dims };
    return !isConstant ? fact : { ...fact, constant: tensorFrom(each) };
  });
}
