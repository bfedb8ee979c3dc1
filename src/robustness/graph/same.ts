// Nodes that change nothing for the shapes at hand: leaving them out spares work, and the backward pass theirs.
import type { GraphNode } from "../../formats/onnx/model.ts";
import { elementTypes } from "../../formats/onnx/model.ts";
import { intOf, intsOf, textOf } from "./attributes.ts";
import { infer } from "./infer.ts";
import type { Fact } from "./inference.ts";
import { numbersOf } from "./tensors.ts";

/** Operators that give what they are given wherever the shape stays the same. */
const shapeOnly: ReadonlySet<string> = new Set([
  "Reshape",
  "Flatten",
  "Squeeze",
  "Unsqueeze",
  "Expand",
  "Tile",
]);

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}

function keepsShape(node: GraphNode, given: readonly (Fact | undefined)[]): boolean {
  const others = given.slice(1).every((fact) => fact === undefined || fact.constant !== undefined);
  return others && isSame(infer(node, given)[0]!.shape, given[0]!.shape);
}

/** The name of the value that a node's first output is, where the node can be left out. */
export function sameAs(node: GraphNode, given: readonly (Fact | undefined)[]): string | undefined {
  const [first] = given;
  const name = node.inputs[0];
  if (node.domain !== "" || first === undefined || name === undefined) return undefined;
  const isOne = node.outputs.slice(1).every((output) => output === "");
  if (!isOne) return undefined;
  const { operator } = node;
  if (operator === "Identity" || operator === "Dropout") return name;
  if (operator === "Cast") return elementTypes[intOf(node, "to")] === first.type ? name : undefined;
  if (operator === "Concat") return node.inputs.length === 1 ? name : undefined;
  if (operator === "Transpose") {
    const order = intsOf(node, "perm");
    return order?.every((axis, index) => axis === index) ? name : undefined;
  }
  if (shapeOnly.has(operator)) return keepsShape(node, given) ? name : undefined;
  if (operator === "Pad" && ["constant", ""].includes(textOf(node, "mode", "constant"))) {
    const pads = given[1]?.constant && numbersOf(given[1].constant);
    return pads !== undefined && Array.from(pads).every((each) => each === 0) ? name : undefined;
  }
  if (operator !== "Slice" || !keepsShape(node, given)) return undefined;
  const steps = given[4]?.constant && numbersOf(given[4].constant);
  return steps === undefined || Array.from(steps).every((step) => step === 1) ? name : undefined;
}
