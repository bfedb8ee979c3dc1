// Attributes of a node as plain values.
import type { Attribute, GraphNode } from "../../formats/onnx/model.ts";

/** A whole number, or the default. */
export function intOf(node: GraphNode, name: string, fallback = 0): number {
  const found = node.attributes.get(name);
  return found?.kind === "int" ? Number(found.value) : fallback;
}

/** A float, or the default. */
export function floatOf(node: GraphNode, name: string, fallback = 0): number {
  const found = node.attributes.get(name);
  return found?.kind === "float" ? found.value : fallback;
}

/** A text, or the default. */
export function textOf(node: GraphNode, name: string, fallback = ""): string {
  const found = node.attributes.get(name);
  return found?.kind === "string" ? Buffer.from(found.value).toString("utf8") : fallback;
}

/** Whole numbers; undefined where the attribute is not there. */
export function intsOf(node: GraphNode, name: string): readonly number[] | undefined {
  const found = node.attributes.get(name);
  return found?.kind === "ints" ? found.value.map(Number) : undefined;
}

/** Makers of attributes. */
export const attributeOf = {
  int: (value: number): Attribute => ({ kind: "int", value: BigInt(value) }),
  ints: (value: readonly number[]): Attribute => ({ kind: "ints", value: value.map(BigInt) }),
  float: (value: number): Attribute => ({ kind: "float", value }),
  text: (value: string): Attribute => ({ kind: "string", value: Buffer.from(value) }),
};

/** The operator with its domain: as rules are named. */
export function keyOf({ domain, operator }: GraphNode): string {
  return domain === "" || domain === "ai.onnx" ? operator : `${domain}:${operator}`;
}
