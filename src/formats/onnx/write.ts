// Writes a model as a file: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto .
import { PaviseError } from "../../core/errors.ts";
import {
  elementTypes,
  type Attribute,
  type FunctionDefinition,
  type Graph,
  type GraphNode,
  type OnnxModel,
  type Tensor,
  type Value,
} from "./model.ts";
import { byteLength } from "./read-tensor.ts";
import {
  bytesField,
  bytesOfPiece,
  floatField,
  intField,
  lazyField,
  messageField,
  packedFloats,
  packedInts,
  textField,
  together,
  type Piece,
} from "./write-wire.ts";

/** Bytes of one message at most: https://protobuf.dev/programming-guides/proto-limits/ . */
const maxMessage = 2 ** 31 - 1;

/** Weights that stand outside the file: where the file says that they are, and how they are had. */
export interface OutsideData {
  readonly location: string;
  readonly tensor: Tensor;
}

export interface WriteOptions {
  /** Tensors of the main graph of so many bytes and more are kept outside, each at a location of its own. */
  readonly outsideFrom?: number;
}

/** A file, and what stands outside it. */
export interface WrittenModel {
  readonly bytes: Uint8Array;
  readonly outside: readonly OutsideData[];
}

type Keep = (tensor: Tensor) => string | undefined;
const keepNone: Keep = () => undefined;

function tensorParts(tensor: Tensor, name: string, keep: Keep): readonly Piece[] {
  const { type, dims, strings } = tensor;
  const head = [packedInts(1, dims), intField(2, elementTypes.indexOf(type))];
  if (name !== "") head.push(textField(8, name));
  if (type === "string") return [...head, ...(strings ?? []).map((text) => textField(6, text))];
  const location = keep(tensor);
  if (location === undefined) return [...head, lazyField(9, byteLength(tensor), tensor.bytes)];
  const entry = (key: string, value: string): Piece =>
    messageField(13, [textField(1, key), textField(2, value)]);
  return [
    ...head,
    entry("location", location),
    entry("offset", "0"),
    entry("length", String(byteLength(tensor))),
    intField(14, 1),
  ];
}

function valueParts({ name, type, shape }: Value): readonly Piece[] {
  if (type === "undefined") return [textField(1, name)];
  const axes = shape?.map((each) =>
    messageField(
      1,
      each === undefined ? [] : [typeof each === "number" ? intField(1, each) : textField(2, each)],
    ),
  );
  const tensor = [intField(1, elementTypes.indexOf(type))];
  if (axes !== undefined) tensor.push(messageField(2, axes));
  return [textField(1, name), messageField(2, [messageField(1, tensor)])];
}

function attributeParts(name: string, attribute: Attribute): readonly Piece[] {
  const of = (type: number, ...value: readonly Piece[]): readonly Piece[] => [
    textField(1, name),
    ...value,
    intField(20, type),
  ];
  const { kind, value } = attribute;
  switch (kind) {
    case "float":
      return of(1, floatField(2, value));
    case "int":
      return of(2, intField(3, value));
    case "string":
      return of(3, bytesField(4, value));
    case "tensor":
      return of(4, messageField(5, tensorParts(value, "", keepNone)));
    case "graph":
      return of(5, messageField(6, graphParts(value, keepNone)));
    case "floats":
      return of(6, packedFloats(7, value));
    case "ints":
      return of(7, packedInts(8, value));
    case "strings":
      return of(8, ...value.map((each) => bytesField(9, each)));
    case "tensors":
      return of(9, ...value.map((each) => messageField(10, tensorParts(each, "", keepNone))));
    case "graphs":
      return of(10, ...value.map((each) => messageField(11, graphParts(each, keepNone))));
    default:
      return [textField(1, name), textField(21, value)];
  }
}

function nodeParts(node: GraphNode): readonly Piece[] {
  return [
    ...node.inputs.map((name) => textField(1, name)),
    ...node.outputs.map((name) => textField(2, name)),
    ...(node.name === "" ? [] : [textField(3, node.name)]),
    textField(4, node.operator),
    ...(node.domain === "" ? [] : [textField(7, node.domain)]),
    ...[...node.attributes].map(([name, each]) => messageField(5, attributeParts(name, each))),
  ];
}

function graphParts(graph: Graph, keep: Keep): readonly Piece[] {
  return [
    ...graph.nodes.map((node) => messageField(1, nodeParts(node))),
    textField(2, graph.name),
    ...[...graph.initializers].map(([name, each]) =>
      messageField(5, tensorParts(each, name, keep)),
    ),
    ...graph.inputs.map((each) => messageField(11, valueParts(each))),
    ...graph.outputs.map((each) => messageField(12, valueParts(each))),
    ...[...graph.values.values()].map((each) => messageField(13, valueParts(each))),
  ];
}

const opsetParts = (opsets: ReadonlyMap<string, number>, field: number): readonly Piece[] =>
  [...opsets].map(([domain, version]) =>
    messageField(field, [textField(1, domain), intField(2, version)]),
  );

function functionParts(definition: FunctionDefinition): readonly Piece[] {
  const { name, domain, inputs, outputs, nodes, attributes, opsets } = definition;
  return [
    textField(1, name),
    ...inputs.map((each) => textField(4, each)),
    ...outputs.map((each) => textField(5, each)),
    ...[...attributes].map(([key, each]) =>
      each === undefined ? textField(6, key) : messageField(11, attributeParts(key, each)),
    ),
    ...nodes.map((node) => messageField(7, nodeParts(node))),
    ...opsetParts(opsets, 9),
    ...(domain === "" ? [] : [textField(10, domain)]),
  ];
}

/**
 * Writes a model. Weights become raw data; with `outsideFrom` large ones stay outside, in memory that the
 * runtime is given beside the file. Throws `model-unsupported` where the file itself would be 2 GB or more.
 */
export function writeOnnxModel(
  model: OnnxModel,
  { outsideFrom = Infinity }: WriteOptions = {},
): WrittenModel {
  const outside: OutsideData[] = [];
  const keep: Keep = (tensor) => {
    if (byteLength(tensor) < outsideFrom) return undefined;
    const location = `weights-${outside.length}`;
    outside.push({ location, tensor });
    return location;
  };
  const whole = together([
    intField(1, model.irVersion),
    ...(model.producer === undefined ? [] : [textField(2, model.producer)]),
    messageField(7, graphParts(model.graph, keep)),
    ...opsetParts(model.opsets, 8),
    ...[...model.metadata].map(([key, value]) =>
      messageField(14, [textField(1, key), textField(2, value)]),
    ),
    ...model.functions.map((each) => messageField(25, functionParts(each))),
  ]);
  if (whole.size > maxMessage)
    throw new PaviseError("model-unsupported", "the model is too large for one file of 2 GB", {
      hint: "Keep its weights outside the file.",
    });
  return { bytes: bytesOfPiece(whole), outside };
}
