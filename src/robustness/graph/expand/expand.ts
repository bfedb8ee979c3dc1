// Replaces operators that have no gradient of their own by others that mean the same and have one.
import type { Graph, GraphNode, Tensor } from "../../../formats/onnx/model.ts";
import { keyOf } from "../attributes.ts";
import type { Fact } from "../inference.ts";
import { attentionExpansions } from "./attention.ts";
import { controlExpansions } from "./control.ts";
import { fusedExpansions } from "./fused.ts";
import { gridExpansions } from "./grid.ts";
import { normExpansions } from "./norms.ts";
import { recurrentExpansions } from "./recurrent.ts";
import { NotYetKnown, Refused, siteOf, type Expansions, type Sheet } from "./site.ts";

const expansions: Expansions = {
  ...controlExpansions,
  ...recurrentExpansions,
  ...fusedExpansions,
  ...normExpansions,
  ...attentionExpansions,
  ...gridExpansions,
};

/** All names of values and nodes, of bodies too, so that new ones meet none. */
function namesOf(graph: Graph, names = new Set<string>()): Set<string> {
  for (const { name } of [...graph.inputs, ...graph.outputs]) names.add(name);
  for (const name of graph.initializers.keys()) names.add(name);
  for (const node of graph.nodes) {
    for (const name of [node.name, ...node.outputs]) names.add(name);
    for (const attribute of node.attributes.values()) {
      if (attribute.kind === "graph") namesOf(attribute.value, names);
      if (attribute.kind === "graphs") for (const each of attribute.value) namesOf(each, names);
    }
  }
  return names;
}

function sheetOf(graph: Graph): Sheet {
  const taken = namesOf(graph);
  let count = 0;
  return {
    nodes: [],
    initializers: new Map<string, Tensor>(),
    known: new Map(),
    fresh: (hint) => {
      for (;;) {
        const name = `${hint}/x${count++}`;
        if (taken.has(name)) continue;
        taken.add(name);
        return name;
      }
    },
  };
}

/**
 * One round of replacements: what needs a shape that is not known stays, and so does what cannot be written by others,
 * which may run all the same. The same graph comes back where there was nothing to do; otherwise settle the new one and
 * ask again, as bodies that were put in may hold more.
 */
export function expand(graph: Graph, facts: ReadonlyMap<string, Fact>): Graph {
  if (!graph.nodes.some((node) => Object.hasOwn(expansions, keyOf(node)))) return graph;
  const sheet = sheetOf(graph);
  let changes = 0;
  for (const node of graph.nodes) {
    const key = keyOf(node);
    if (!Object.hasOwn(expansions, key)) {
      sheet.nodes.push(node);
      continue;
    }
    const before = sheet.nodes.length;
    try {
      expansions[key]!(siteOf(node, facts, sheet));
      changes++;
    } catch (error) {
      if (!(error instanceof NotYetKnown || error instanceof Refused)) throw error;
      sheet.nodes.length = before;
      sheet.nodes.push(node);
    }
  }
  if (changes === 0) return graph;
  return {
    ...graph,
    nodes: sheet.nodes,
    initializers: new Map([...graph.initializers, ...sheet.initializers]),
  };
}

/** Operators that are replaced where they can be. */
export const expandable: readonly string[] = Object.keys(expansions);

/** Why a node was not replaced. */
export function whyNotExpanded(
  node: GraphNode,
  about: (name: string) => Fact | undefined,
): string | undefined {
  const names = [...node.inputs, ...node.outputs].filter((name) => name !== "");
  const facts = new Map(
    names.flatMap((name) => {
      const fact = about(name);
      return fact === undefined ? [] : [[name, fact] as const];
    }),
  );
  const scratch = sheetOf({
    name: "",
    nodes: [node],
    initializers: new Map(),
    inputs: [],
    outputs: [],
    values: new Map(),
  });
  try {
    expansions[keyOf(node)]?.(siteOf(node, facts, scratch));
  } catch (error) {
    if (error instanceof Refused) return error.message;
    if (!(error instanceof NotYetKnown)) throw error;
    return `the shape of ${error.message} is not known`;
  }
  return undefined;
}
