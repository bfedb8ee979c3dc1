// Functions that a file defines are put in the place of their calls, so that only operators are left.
import { PaviseError } from "../../core/errors.ts";
import type {
  Attribute,
  FunctionDefinition,
  Graph,
  GraphNode,
  OnnxModel,
} from "../../formats/onnx/model.ts";

const maxDepth = 32;
const maxNodes = 1_000_000;

interface Names {
  readonly of: ReadonlyMap<string, string>;
  readonly attributes: ReadonlyMap<string, Attribute | undefined>;
}

function renamed(graph: Graph, names: Names, fresh: () => string): Graph {
  // What the body names itself is renamed too, as two calls would otherwise define it twice.
  const own = new Map(names.of);
  for (const name of [
    ...graph.inputs.map((input) => input.name),
    ...graph.initializers.keys(),
    ...graph.nodes.flatMap((node) => node.outputs),
  ])
    if (name !== "") own.set(name, fresh());
  const at = (name: string): string => own.get(name) ?? name;
  return {
    name: graph.name,
    nodes: graph.nodes.map((node) => renameNode(node, { ...names, of: own }, fresh)),
    initializers: new Map([...graph.initializers].map(([name, tensor]) => [at(name), tensor])),
    inputs: graph.inputs.map((value) => ({ ...value, name: at(value.name) })),
    outputs: graph.outputs.map((value) => ({ ...value, name: at(value.name) })),
    values: new Map(),
  };
}

function renameNode(node: GraphNode, names: Names, fresh: () => string): GraphNode {
  const at = (name: string): string => names.of.get(name) ?? name;
  const attributes = new Map<string, Attribute>();
  for (const [name, each] of node.attributes) {
    if (each.kind === "reference") {
      const given = names.attributes.get(each.value);
      if (given !== undefined) attributes.set(name, given);
    } else if (each.kind === "graph")
      attributes.set(name, { kind: "graph", value: renamed(each.value, names, fresh) });
    else attributes.set(name, each);
  }
  const outputs = node.outputs.map(at);
  // The runtime takes no two nodes of one name, and each call brings them again.
  return { ...node, name: outputs[0] ?? "", inputs: node.inputs.map(at), outputs, attributes };
}

const keyOf = (domain: string, name: string): string => `${domain}:${name}`;

function unsupported(message: string): PaviseError {
  return new PaviseError("model-unsupported", message, {
    hint: "Export the model again without functions: torch.onnx.export(…, dynamo=False), or onnx.inliner.",
  });
}

/** The model without functions. Errors: `model-unsupported` for functions that call themselves or grow without end. */
export function inlineFunctions(model: OnnxModel, fresh: () => string): OnnxModel {
  if (model.functions.length === 0) return model;
  const version = model.opsets.get("") ?? 1;
  const known = new Map(model.functions.map((each) => [keyOf(each.domain, each.name), each]));
  let count = 0;

  function bodyOf(call: GraphNode, definition: FunctionDefinition): readonly GraphNode[] {
    const own = definition.opsets.get("") ?? version;
    if (own !== version && Math.min(own, version) < 13)
      throw unsupported(
        `the function ${definition.name} is of another version of the operators than the model`,
      );
    const of = new Map<string, string>();
    for (const [index, name] of definition.inputs.entries()) of.set(name, call.inputs[index] ?? "");
    for (const [index, name] of definition.outputs.entries())
      of.set(name, call.outputs[index] || fresh());
    for (const node of definition.nodes)
      for (const name of node.outputs) if (name !== "" && !of.has(name)) of.set(name, fresh());
    const attributes = new Map([...definition.attributes, ...call.attributes]);
    return definition.nodes.map((node) => renameNode(node, { of, attributes }, fresh));
  }

  function inlined(nodes: readonly GraphNode[], depth: number): readonly GraphNode[] {
    if (depth > maxDepth) throw unsupported("functions call each other without end");
    return nodes.flatMap((node) => {
      if (count++ > maxNodes)
        throw unsupported(`its functions stand for more than ${maxNodes} operators`);
      const definition = known.get(keyOf(node.domain, node.operator));
      if (definition !== undefined) return inlined(bodyOf(node, definition), depth + 1);
      const attributes = new Map(
        [...node.attributes].map(([name, each]): [string, Attribute] => [
          name,
          each.kind === "graph"
            ? {
                kind: "graph",
                value: { ...each.value, nodes: inlined(each.value.nodes, depth + 1) },
              }
            : each,
        ]),
      );
      return [{ ...node, attributes }];
    });
  }

  const opsets = new Map(model.opsets);
  for (const each of model.functions)
    for (const [domain, own] of each.opsets) if (!opsets.has(domain)) opsets.set(domain, own);
  return {
    ...model,
    opsets,
    functions: [],
    graph: { ...model.graph, nodes: inlined(model.graph.nodes, 0) },
  };
}
