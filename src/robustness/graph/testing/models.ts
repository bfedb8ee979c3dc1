// Small ONNX models that are written out in a test.
import type {
  Attribute,
  Dimension,
  ElementType,
  GraphNode,
  OnnxModel,
  Tensor,
} from "../../../formats/onnx/model.ts";
import { isDifferentiable, type DifferentiableClassifier } from "../../classifier.ts";
import type { OnnxClassifier } from "../classifier.ts";
import { openModel, type OpenOptions } from "../open.ts";
import { tensorOf } from "../tensors.ts";

type PlainNode = readonly [
  operator: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes?: Readonly<Record<string, number | readonly number[] | string | Attribute>>,
];

/** A float32 tensor. */
export function tensor(dims: readonly number[], values: ArrayLike<number>): Tensor {
  return tensorOf("float32", dims, values);
}

/** An int64 tensor of one axis. */
export function wholes(...values: readonly number[]): Tensor {
  return tensorOf("int64", [values.length], values);
}

/** Whole numbers become ints, others floats. */
function attributeOf(value: number | readonly number[] | string | Attribute): Attribute {
  if (typeof value === "string") return { kind: "string", value: Buffer.from(value) };
  if (typeof value === "number")
    return Number.isInteger(value)
      ? { kind: "int", value: BigInt(value) }
      : { kind: "float", value };
  if ("kind" in value) return value;
  return { kind: "ints", value: value.map(BigInt) };
}

/** A node. */
export function nodeOf([operator, inputs, outputs, attributes = {}]: PlainNode): GraphNode {
  const [domain, name] = operator.includes(":") ? operator.split(":") : ["", operator];
  const entries = Object.entries(attributes).map(
    ([key, value]) => [key, attributeOf(value)] as const,
  );
  return {
    name: outputs[0] ?? "",
    operator: name!,
    domain: domain!,
    inputs,
    outputs,
    attributes: new Map(entries),
  };
}

/** A model with the input x and the output y. */
export function modelOf(parts: {
  readonly nodes: readonly PlainNode[];
  readonly initializers?: Readonly<Record<string, Tensor>>;
  readonly input?: readonly Dimension[] | undefined;
  readonly inputType?: ElementType;
  readonly outputType?: ElementType;
  readonly opset?: number;
  readonly functions?: OnnxModel["functions"];
  readonly domains?: readonly string[];
}): OnnxModel {
  const { nodes, initializers = {}, opset = 21, functions = [], domains = [] } = parts;
  return {
    irVersion: 8,
    opsets: new Map([["", opset], ...domains.map((domain): [string, number] => [domain, 1])]),
    producer: undefined,
    functions,
    metadata: new Map(),
    graph: {
      name: "made",
      nodes: nodes.map(nodeOf),
      initializers: new Map(Object.entries(initializers)),
      inputs: [{ name: "x", type: parts.inputType ?? "float32", shape: parts.input }],
      outputs: [{ name: "y", type: parts.outputType ?? "float32", shape: undefined }],
      values: new Map(),
    },
  };
}

/** Opens a model that must have gradients. */
export async function openDifferentiable(
  model: OnnxModel | string,
  options: OpenOptions = {},
): Promise<OnnxClassifier & DifferentiableClassifier> {
  const opened = await openModel(model, options);
  if (isDifferentiable(opened)) return opened;
  throw new Error(opened.info.withoutGradient);
}
