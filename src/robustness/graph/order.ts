// The nodes that the outputs need, each after those that it needs itself.
import { PaviseError } from "../../core/errors.ts";
import type { Graph, GraphNode } from "../../formats/onnx/model.ts";
import { usedBy } from "./evaluate.ts";

/** Nodes in an order in which they can run, without those that nothing needs. Errors: `model-unsupported` for circles. */
export function inOrder(graph: Graph): readonly GraphNode[] {
  const makers = new Map<string, GraphNode>();
  for (const node of graph.nodes)
    for (const name of node.outputs) if (name !== "") makers.set(name, node);
  const state = new Map<GraphNode, "open" | "done">();
  const order: GraphNode[] = [];
  // A stack of its own: graphs are thousands of nodes deep.
  const stack = graph.outputs
    .map(({ name }) => makers.get(name))
    .filter((node) => node !== undefined);
  stack.reverse();
  while (stack.length > 0) {
    const node = stack.at(-1)!;
    if (state.get(node) !== undefined) {
      stack.pop();
      if (state.get(node) === "open") order.push(node);
      state.set(node, "done");
      continue;
    }
    state.set(node, "open");
    for (const name of usedBy(node).toReversed()) {
      const maker = makers.get(name);
      if (maker === undefined || state.get(maker) === "done") continue;
      if (state.get(maker) === "open")
        throw new PaviseError(
          "model-unsupported",
          `the model goes in circles at ${node.operator} ${node.name}`,
          {
            hint: "Export the model again: an ONNX graph has no circles.",
          },
        );
      stack.push(maker);
    }
  }
  return order;
}
