// Puts the body of a control-flow node into the graph around it, under names of its own.
import type { Attribute, Graph, GraphNode } from "../../../formats/onnx/model.ts";
import type { Site } from "./site.ts";

/** Names inside a body, and what they are outside; what is not listed is a name of the graph around it. */
type Names = ReadonlyMap<string, string>;

function renamedAttribute(attribute: Attribute, names: Names): Attribute {
  if (attribute.kind === "graph")
    return { kind: "graph", value: renamedGraph(attribute.value, names) };
  if (attribute.kind === "graphs")
    return { kind: "graphs", value: attribute.value.map((each) => renamedGraph(each, names)) };
  return attribute;
}

/** A body inside the body keeps its own names; only what it takes from outside is renamed. */
function renamedGraph(graph: Graph, names: Names): Graph {
  const own = new Set([
    ...graph.inputs.map((each) => each.name),
    ...graph.initializers.keys(),
    ...graph.nodes.flatMap((node) => node.outputs),
  ]);
  const outer = new Map([...names].filter(([name]) => !own.has(name)));
  const name = (each: string): string => outer.get(each) ?? each;
  return {
    ...graph,
    nodes: graph.nodes.map((node) => ({
      ...node,
      inputs: node.inputs.map(name),
      attributes: renamedAttributes(node, outer),
    })),
    outputs: graph.outputs.map((each) => ({ ...each, name: name(each.name) })),
  };
}

/** Attributes of a node whose bodies take values by other names from outside. */
export function renamedAttributes(node: GraphNode, names: Names): ReadonlyMap<string, Attribute> {
  return new Map(
    [...node.attributes].map(([name, attribute]) => [name, renamedAttribute(attribute, names)]),
  );
}

/** Appends the nodes of a body whose inputs are these values, and gives back the names of its outputs. */
export function inlined(site: Site, body: Graph, inputs: readonly string[]): readonly string[] {
  const names = new Map<string, string>();
  for (const [at, { name }] of body.inputs.entries()) {
    const given = inputs[at];
    if (given !== undefined) names.set(name, given);
  }
  for (const [name, tensor] of body.initializers) names.set(name, site.tensor(tensor));
  for (const node of body.nodes)
    for (const output of node.outputs) if (output !== "") names.set(output, site.fresh(output));
  const rename = (name: string): string => names.get(name) ?? name;
  for (const node of body.nodes)
    site.append({
      ...node,
      // The runtime wants names of nodes to differ, too.
      name: site.fresh(node.name || node.operator),
      inputs: node.inputs.map(rename),
      outputs: node.outputs.map(rename),
      attributes: renamedAttributes(node, names),
    });
  return body.outputs.map(({ name }) => rename(name));
}
