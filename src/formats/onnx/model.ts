// An ONNX model as a value: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto . Names are the field's own.

/** Names of TensorProto.DataType, by their numbers. */
export const elementTypes = [
  "undefined",
  "float32",
  "uint8",
  "int8",
  "uint16",
  "int16",
  "int32",
  "int64",
  "string",
  "bool",
  "float16",
  "float64",
  "uint32",
  "uint64",
  "complex64",
  "complex128",
  "bfloat16",
  "float8e4m3fn",
  "float8e4m3fnuz",
  "float8e5m2",
  "float8e5m2fnuz",
  "uint4",
  "int4",
  "float4e2m1",
] as const;
export type ElementType = (typeof elementTypes)[number];

/** Numbers in a shape. The bytes are little-endian and row-major, packed two to a byte where an element has four bits. */
export interface Tensor {
  readonly type: ElementType;
  readonly dims: readonly number[];
  /** Reads the bytes, from the file where they lie outside it; costs time, keeps nothing. */
  readonly bytes: () => Uint8Array;
  /** Elements of a tensor of text, which has no bytes. */
  readonly strings?: readonly string[];
}

/** One axis: its length, the name of a length that is open, or nothing known. */
export type Dimension = number | string | undefined;

/** What flows along an edge. */
export interface Value {
  readonly name: string;
  readonly type: ElementType;
  /** Undefined: not even the number of axes is known. */
  readonly shape: readonly Dimension[] | undefined;
}

export type Attribute =
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "int"; readonly value: bigint }
  | { readonly kind: "string"; readonly value: Uint8Array }
  | { readonly kind: "tensor"; readonly value: Tensor }
  | { readonly kind: "graph"; readonly value: Graph }
  | { readonly kind: "floats"; readonly value: readonly number[] }
  | { readonly kind: "ints"; readonly value: readonly bigint[] }
  | { readonly kind: "strings"; readonly value: readonly Uint8Array[] }
  | { readonly kind: "tensors"; readonly value: readonly Tensor[] }
  | { readonly kind: "graphs"; readonly value: readonly Graph[] }
  /** Inside a function: the attribute of the call with this name. */
  | { readonly kind: "reference"; readonly value: string };

/** A call of an operator. An empty name among inputs or outputs is one that was left out. */
export interface GraphNode {
  readonly name: string;
  readonly operator: string;
  /** "" is ONNX's own. */
  readonly domain: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, Attribute>;
}

/** Nodes in an order in which they can run. */
export interface Graph {
  readonly name: string;
  readonly nodes: readonly GraphNode[];
  readonly initializers: ReadonlyMap<string, Tensor>;
  /** Without those that an initializer gives. */
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  /** What the file says of the values between. */
  readonly values: ReadonlyMap<string, Value>;
}

/** An operator that the file itself defines by others. */
export interface FunctionDefinition {
  readonly name: string;
  readonly domain: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly nodes: readonly GraphNode[];
  /** Attributes and what they are where a call leaves them out (undefined: it may not). */
  readonly attributes: ReadonlyMap<string, Attribute | undefined>;
  readonly opsets: ReadonlyMap<string, number>;
}

export interface OnnxModel {
  readonly irVersion: number;
  /** Version by domain; ONNX's own is "". */
  readonly opsets: ReadonlyMap<string, number>;
  readonly producer: string | undefined;
  readonly graph: Graph;
  readonly functions: readonly FunctionDefinition[];
  readonly metadata: ReadonlyMap<string, string>;
}
