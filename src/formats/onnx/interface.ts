// What goes into an ONNX model and what comes out: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto .
// Weights are passed over by their length.
import type { ByteSource } from "../bytes/source.ts";
import { eachField, textAt, type Extent, type WireField } from "../protobuf/wire.ts";

/** What an ONNX file says of itself. */
export interface OnnxInterface {
  /** `name: int64[batch, 128]`, in their order; initializers are not among them. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly producer: string | undefined;
  readonly irVersion: number | undefined;
  /** The version of the operators of ONNX itself. */
  readonly opset: number | undefined;
  readonly isBroken: boolean;
}

/** Names of TensorProto.DataType by their numbers. */
const types = (
  "undefined float uint8 int8 uint16 int16 int32 int64 string bool float16 double uint32 uint64 " +
  "complex64 complex128 bfloat16 float8e4m3fn float8e4m3fnuz float8e5m2 float8e5m2fnuz uint4 int4 float4e2m1"
).split(" ");
const maxValues = 1000;
const maxDimensions = 32;
const maxNesting = 4;
/** Fields that are read in all: each costs time, and files have no end of them. */
const maxFields = 2_000_000;

type Use = (field: WireField) => void;

/** Reads the interface of a model. Total. */
export function readOnnxInterface(source: ByteSource): OnnxInterface {
  let left = maxFields;
  let isBroken = false;
  const walk = (extent: Extent, use: Use): void => {
    const isWhole = eachField(source, extent, (field) => {
      if (left-- <= 0) return false;
      use(field);
      return undefined;
    });
    if (!isWhole || left <= 0) isBroken = true;
  };
  /** Calls back with the field of bytes of one number. */
  const within = (extent: Extent, number: number, use: Use): void =>
    walk(extent, (field) => {
      if (field.number === number && field.type === 2) use(field);
    });

  function dimension(extent: Extent): string {
    let found = "?";
    walk(extent, ({ number, type, value, at, length }) => {
      if (number === 1 && type === 0) found = String(value);
      else if (number === 2 && type === 2) found = textAt(source, { at, length }, 100);
    });
    return found;
  }

  function tensor(extent: Extent): string {
    let element = "?";
    let shape: string[] | undefined;
    walk(extent, (field) => {
      if (field.number === 1 && field.type === 0) element = types[field.value] ?? "?";
      if (field.number !== 2 || field.type !== 2) return;
      const dimensions: string[] = [];
      shape = dimensions;
      within(field, 1, (each) => {
        if (dimensions.length < maxDimensions) dimensions.push(dimension(each));
      });
    });
    return shape === undefined ? element : `${element}[${shape.join(", ")}]`;
  }

  function typeOf(extent: Extent, depth = 0): string {
    let found = "?";
    const inner = (field: WireField): string => {
      let type = "?";
      if (depth < maxNesting) within(field, 1, (each) => (type = typeOf(each, depth + 1)));
      return type;
    };
    walk(extent, (field) => {
      if (field.type !== 2) return;
      if (field.number === 1) found = tensor(field);
      else if (field.number === 8) found = `sparse ${tensor(field)}`;
      else if (field.number === 4) found = `sequence(${inner(field)})`;
      else if (field.number === 9) found = `optional(${inner(field)})`;
      else if (field.number === 5) found = "map";
    });
    return found;
  }

  function value(extent: Extent): readonly [name: string, text: string] {
    let [name, type] = ["", "?"];
    walk(extent, (field) => {
      if (field.type !== 2) return;
      if (field.number === 1) name = textAt(source, field, 200);
      else if (field.number === 2) type = typeOf(field);
    });
    return [name, `${name}: ${type}`];
  }

  const inputs: (readonly [string, string])[] = [];
  const outputs: string[] = [];
  // Before version 4 of the format, weights stand among the inputs as well.
  const initializers = new Set<string>();
  const graph: Use = (extent) =>
    walk(extent, (field) => {
      if (field.type !== 2) return;
      if (field.number === 11 && inputs.length < maxValues) inputs.push(value(field));
      else if (field.number === 12 && outputs.length < maxValues) outputs.push(value(field)[1]);
      else if (field.number === 5)
        within(field, 8, (name) => initializers.add(textAt(source, name, 200)));
    });

  let producer: string | undefined;
  let irVersion: number | undefined;
  let opset: number | undefined;
  walk({ at: 0, length: source.size }, (field) => {
    const { number, type } = field;
    if (number === 1 && type === 0) irVersion = field.value;
    else if (number === 2 && type === 2) producer = textAt(source, field, 200);
    else if (number === 7 && type === 2) graph(field);
    else if (number === 8 && type === 2) {
      let [domain, version] = ["", 0];
      walk(field, (part) => {
        if (part.number === 1 && part.type === 2) domain = textAt(source, part, 200);
        else if (part.number === 2 && part.type === 0) version = part.value;
      });
      if (domain === "" || domain === "ai.onnx") opset = version;
    }
  });
  return {
    inputs: inputs.filter(([name]) => !initializers.has(name)).map(([, text]) => text),
    outputs,
    producer,
    irVersion,
    opset,
    isBroken,
  };
}
