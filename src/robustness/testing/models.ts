// Small ONNX models that tests build by code.
import type { Attribute, GraphNode, OnnxModel, Tensor } from "../../formats/onnx/model.ts";
import { tensorOf } from "../graph/tensors.ts";

/** A node: operator, inputs, outputs, and attributes of whole numbers. */
export type PlainNode = readonly [
  operator: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes?: Readonly<Record<string, number | readonly number[]>>,
];

export interface PlainModel {
  readonly nodes: readonly PlainNode[];
  readonly weights: Readonly<Record<string, { dims: readonly number[]; values: Float32Array }>>;
  /** Shapes with N as the first axis. */
  readonly input: readonly (number | string)[];
  readonly output: readonly (number | string)[];
}

function attribute(value: number | readonly number[]): Attribute {
  return typeof value === "number"
    ? { kind: "int", value: BigInt(value) }
    : { kind: "ints", value: value.map(BigInt) };
}

/** A model of opset 21 from `x` to `y`. */
export function modelOf({ nodes, weights, input, output }: PlainModel): OnnxModel {
  const initializers = new Map<string, Tensor>(
    Object.entries(weights).map(([name, { dims, values }]) => [
      name,
      tensorOf("float32", dims, values),
    ]),
  );
  return {
    irVersion: 10,
    opsets: new Map([["", 21]]),
    producer: "test",
    functions: [],
    metadata: new Map(),
    graph: {
      name: "test",
      initializers,
      nodes: nodes.map(([operator, inputs, outputs, attributes = {}]): GraphNode => ({
        name: outputs[0]!,
        operator,
        domain: "",
        inputs,
        outputs,
        attributes: new Map(
          Object.entries(attributes).map(([name, value]) => [name, attribute(value)]),
        ),
      })),
      inputs: [{ name: "x", type: "float32", shape: input }],
      outputs: [{ name: "y", type: "float32", shape: output }],
      values: new Map(),
    },
  };
}
