// What upgrading leaves open until the shape is known: softmax over several axes, and group scales.
import { PaviseError } from "../../core/errors.ts";
import type { Attribute, GraphNode } from "../../formats/onnx/model.ts";
import { sizeOf } from "../batch.ts";
import { attributeOf, intOf } from "./attributes.ts";
import type { Fact } from "./inference.ts";
import { tensorOf } from "./tensors.ts";
import { flattens, perGroup } from "./upgrade.ts";

interface Resolved {
  readonly node: GraphNode;
  /** Nodes that must come first. */
  readonly before: readonly GraphNode[];
}

function nodeOf(
  operator: string,
  parts: { readonly inputs: readonly string[]; readonly output: string },
  attributes: Readonly<Record<string, Attribute>> = {},
): GraphNode {
  return {
    name: parts.output,
    operator,
    domain: "",
    inputs: parts.inputs,
    outputs: [parts.output],
    attributes: new Map(Object.entries(attributes)),
  };
}

function shapeNode(output: string, shape: readonly number[]): GraphNode {
  const value = tensorOf("int64", [shape.length], shape);
  return nodeOf("Constant", { inputs: [], output }, { value: { kind: "tensor", value } });
}

/** Before version 13: over all axes from `axis` on together. */
function flattened(node: GraphNode, { shape }: Fact): Resolved {
  const said = intOf(node, "axis", 1);
  const axis = said < 0 ? said + shape.length : said;
  const tail = shape.slice(axis);
  const long = tail.filter((length) => length !== 1);
  const attributes = new Map(node.attributes);
  attributes.delete(flattens);
  if (long.length <= 1) {
    const one =
      long.length === 0 ? shape.length - 1 : axis + tail.findIndex((length) => length !== 1);
    return {
      node: { ...node, attributes: attributes.set("axis", attributeOf.int(one)) },
      before: [],
    };
  }
  const output = node.outputs[0]!;
  const flat = [sizeOf(shape.slice(0, axis)), sizeOf(tail)];
  return {
    before: [
      shapeNode(`${output}/flat`, flat),
      shapeNode(`${output}/shape`, shape),
      nodeOf("Reshape", { inputs: [node.inputs[0]!, `${output}/flat`], output: `${output}/given` }),
      {
        ...node,
        name: `${output}/found`,
        inputs: [`${output}/given`],
        outputs: [`${output}/found`],
        attributes: attributes.set("axis", attributeOf.int(1)),
      },
    ],
    node: nodeOf("Reshape", { inputs: [`${output}/found`, `${output}/shape`], output }),
  };
}

/** Before version 21: scale and bias for each group; now for each channel. */
function byChannel(node: GraphNode, { shape }: Fact): Resolved {
  const groups = intOf(node, "num_groups", 1);
  const channels = shape[1]!;
  if (channels % groups !== 0)
    throw new PaviseError("model-unsupported", `${channels} channels are not ${groups} groups`, {
      hint: "Export the model again.",
    });
  const attributes = new Map(node.attributes);
  attributes.delete(perGroup);
  const output = node.outputs[0]!;
  const before = [
    shapeNode(`${output}/column`, [groups, 1]),
    shapeNode(`${output}/wide`, [groups, channels / groups]),
    shapeNode(`${output}/channels`, [channels]),
  ];
  const inputs = [node.inputs[0]!];
  for (const [index, name] of node.inputs.slice(1).entries()) {
    const at = `${output}/${index}`;
    before.push(
      nodeOf("Reshape", { inputs: [name, `${output}/column`], output: `${at}/column` }),
      nodeOf("Expand", { inputs: [`${at}/column`, `${output}/wide`], output: `${at}/wide` }),
      nodeOf("Reshape", { inputs: [`${at}/wide`, `${output}/channels`], output: at }),
    );
    inputs.push(at);
  }
  return { node: { ...node, inputs, attributes }, before };
}

/** The node as it is meant for an input of this shape. */
export function resolveMarkers(node: GraphNode, first: Fact | undefined): Resolved {
  if (first !== undefined && node.attributes.has(flattens)) return flattened(node, first);
  if (first !== undefined && node.attributes.has(perGroup)) return byChannel(node, first);
  return { node, before: [] };
}
