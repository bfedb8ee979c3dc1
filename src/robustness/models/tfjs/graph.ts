// A frozen TensorFlow graph as an ONNX model.
import type { Value } from "../../../formats/onnx/model.ts";
import { newBuilder, unsupported, type WeightArray } from "../convert/builder.ts";
import type { Conversion } from "../keras/call.ts";
import { isFields } from "../keras/config.ts";
import type { ConvertedModel } from "../keras/convert.ts";
import { inOrder } from "../keras/flow.ts";
import type { TfjsArray } from "./manifest.ts";
import { nodesOf, sourceOf, type GraphNode } from "./nodes.ts";
import { operatorRules } from "./operators.ts";
import type { Operand } from "./step.ts";

interface GraphSource {
  readonly arrays: ReadonlyMap<string, TfjsArray>;
  readonly signature: unknown;
}

/** Nodes after what they need. Throws where they wait for one another. */
function ordered(nodes: readonly GraphNode[]): readonly GraphNode[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const done = new Set<string>();
  const open = new Set<string>();
  const out: GraphNode[] = [];
  for (const start of nodes) {
    const stack = [start];
    while (stack.length > 0) {
      const node = stack.at(-1)!;
      if (done.has(node.name)) {
        stack.pop();
        continue;
      }
      const missing = node.input
        .map((input) => sourceOf(input)?.name)
        .filter((name) => name !== undefined && !done.has(name));
      if (missing.length === 0) {
        done.add(node.name);
        open.delete(node.name);
        out.push(node);
        stack.pop();
        continue;
      }
      if (open.has(node.name))
        throw unsupported(
          `the node ${node.name} waits for itself`,
          "Graphs with loops cannot be taken over; convert the model again, frozen.",
        );
      open.add(node.name);
      for (const name of missing) {
        const next = byName.get(name!);
        if (next === undefined)
          throw unsupported(
            `the node ${node.name} needs ${name}, which is not in the graph`,
            "Convert the model again.",
          );
        stack.push(next);
      }
    }
  }
  return out;
}

/** Names of the outputs: those of the signature, else of nodes that nothing reads. */
function outputsOf(nodes: readonly GraphNode[], signature: unknown): readonly string[] {
  const outputs =
    isFields(signature) && isFields(signature["outputs"])
      ? Object.values(signature["outputs"])
      : [];
  const stated = outputs.flatMap((each) =>
    isFields(each) && typeof each["name"] === "string" ? [sourceOf(each["name"])!.name] : [],
  );
  if (stated.length > 0) return [...new Set(stated)];
  const used = new Set(nodes.flatMap(({ input }) => input.map((each) => sourceOf(each)?.name)));
  return nodes
    .filter(
      ({ name, op }) => !used.has(name) && op !== "NoOp" && op !== "Const" && op !== "Placeholder",
    )
    .map(({ name }) => name);
}

function refuser({ name, op }: GraphNode): (why: string) => never {
  return (why) => {
    throw unsupported(
      `the operator ${op} of node ${name} cannot be taken over: ${why}`,
      "Convert the model to ONNX where it was made: python -m tf2onnx.convert --saved-model DIR --output model.onnx.",
    );
  };
}

/** Converts a graph. Throws PaviseError `model-unsupported` that names operator and node. */
export function convertGraph(
  topology: unknown,
  { arrays, signature }: GraphSource,
): ConvertedModel {
  const nodes = nodesOf(topology);
  const builder = newBuilder();
  const notes = new Set<string>();
  const conversion: Conversion = {
    builder,
    store: { find: () => undefined },
    isKeras3: false,
    notes,
  };
  const values = new Map<string, Operand>();
  const wanted = outputsOf(nodes, signature);

  const inputOf = (node: GraphNode): Operand => {
    const dims = node.attr["shape"]?.shape?.dim;
    if (dims === undefined || dims.length === 0)
      return refuser(node)("the shape of the input is not told");
    const shape = dims.slice(1).map(({ size }) => (size > 0 ? size : undefined));
    const value: Value = {
      name: node.name,
      type: "float32",
      shape: ["N", ...shape.map((length, axis) => length ?? `${node.name}_${axis + 1}`)],
    };
    return { kind: "flow", flow: { name: builder.input(value), shape, isFirst: false } };
  };
  const constantOf = (node: GraphNode): Operand => {
    const found = arrays.get(node.name);
    if (found === undefined) return refuser(node)("its values are not among the weights");
    const array: WeightArray = { shape: found.shape, data: found.read() };
    return { kind: "constant", array };
  };

  for (const node of ordered(nodes)) {
    if (node.op === "NoOp") continue;
    if (node.op === "Placeholder") values.set(node.name, inputOf(node));
    else if (node.op === "Const") values.set(node.name, constantOf(node));
    else {
      const refuse = refuser(node);
      const rule = Object.hasOwn(operatorRules, node.op)
        ? operatorRules[node.op]!
        : refuse("it is not known");
      const sources = node.input.map(sourceOf).filter((source) => source !== undefined);
      const operands = sources.map(({ name, output }): Operand => {
        const found = values.get(name);
        return found === undefined || output > 0
          ? refuse(`it needs output ${output} of ${name}`)
          : found;
      });
      values.set(node.name, rule({ node, operands, conversion, refuse }));
    }
  }
  const outputs = wanted.map((name, index) => {
    const operand = values.get(name);
    if (operand?.kind !== "flow")
      throw unsupported(
        `the output ${name} does not depend on the input`,
        "Convert the model again.",
      );
    const flow = inOrder(builder, operand.flow);
    const value: Value = {
      name: wanted.length === 1 ? "output" : `output_${index}`,
      type: "float32",
      shape: ["N", ...flow.shape],
    };
    return { value, from: flow.name };
  });
  if (outputs.length === 0)
    throw unsupported("the graph has no output", "Convert the model again.");
  return { model: builder.finish(outputs, { producer: "tensorflow" }), notes: [...notes] };
}
