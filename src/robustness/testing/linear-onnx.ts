// A linear model of two classes as an ONNX file, and data whose robust accuracy is known in closed form.
import { writeOnnxModel } from "../../formats/onnx/write.ts";
import type { Attribute, ElementType, Tensor } from "../../formats/onnx/model.ts";
import { randomOf } from "../random.ts";

const side = 6;
const size = side * side;

function floats(dims: readonly number[], values: readonly number[]): Tensor {
  const data = Float32Array.from(values);
  return { type: "float32", dims, bytes: () => new Uint8Array(data.buffer) };
}

/** A file of the NPY format. */
export function npyOf(
  descr: "|u1" | "<i8",
  shape: readonly number[],
  values: readonly number[],
): Buffer {
  const text = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${shape.join(", ")},), }`;
  const head = Buffer.from(`${text.padEnd(118 - 1)}\n`, "latin1");
  const length = Buffer.alloc(2);
  length.writeUInt16LE(head.length);
  const data =
    descr === "|u1"
      ? Uint8Array.from(values)
      : BigInt64Array.from(values, (value) => BigInt(value));
  return Buffer.concat([
    Buffer.from("\x93NUMPY\x01\x00", "latin1"),
    length,
    head,
    new Uint8Array(data.buffer),
  ]);
}

/** Model, inputs as bytes, labels, and how many withstand an eps that is given for inputs from 0 to 1. */
export function linearCase(
  count: number,
  { operators = [] }: { readonly operators?: readonly string[] } = {},
): {
  readonly model: Uint8Array;
  readonly images: Buffer;
  readonly labels: Buffer;
  readonly clean: number;
  readonly robust: (eps: number) => number;
} {
  const random = randomOf(11);
  const weights = Array.from({ length: size }, () => random.gaussian());
  // Bytes far enough from both ends that a small eps is never cut off.
  const pixels = Array.from({ length: count * size }, () => 64 + random.below(128));
  const value = (item: number): number => {
    let sum = -weights.reduce((all, weight) => all + weight / 2, 0);
    for (let k = 0; k < size; k++) sum += (weights[k]! * pixels[item * size + k]!) / 255;
    return sum;
  };
  const labels = Array.from({ length: count }, (_, item) => {
    const isOne = value(item) > 0;
    return (item % 8 === 7 ? !isOne : isOne) ? 1 : 0;
  });
  const reach = weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
  const offset = weights.reduce((sum, weight) => sum + weight / 2, 0);
  const node = (
    operator: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
  ) => ({
    name: `${operator}-node`,
    operator,
    domain: "",
    inputs,
    outputs: [`${operator}-out`],
    attributes: new Map(Object.entries(attributes)),
  });
  const last = ["Gemm", ...operators].at(-1)!;
  const type: ElementType = "float32";
  const { bytes } = writeOnnxModel({
    irVersion: 8,
    opsets: new Map([["", 17]]),
    producer: "pavise",
    functions: [],
    metadata: new Map(),
    graph: {
      name: "linear",
      nodes: [
        node("Flatten", ["image"]),
        node("Gemm", ["Flatten-out", "w", "b"], { transB: { kind: "int", value: 1n } }),
        ...operators.map((operator, at) => node(operator, [`${["Gemm", ...operators][at]}-out`])),
      ],
      initializers: new Map([
        ["w", floats([2, size], [...weights.map((w) => -w / 2), ...weights.map((w) => w / 2)])],
        ["b", floats([2], [offset / 2, -offset / 2])],
      ]),
      inputs: [{ name: "image", type, shape: ["n", 1, side, side] }],
      outputs: [{ name: `${last}-out`, type, shape: ["n", 2] }],
      values: new Map(),
    },
  });
  const signed = labels.map((label, item) => (label === 1 ? value(item) : -value(item)));
  return {
    model: bytes,
    images: npyOf("|u1", [count, 1, side, side], pixels),
    labels: npyOf("<i8", [count], labels),
    clean: signed.filter((margin) => margin > 0).length / count,
    robust: (eps) => signed.filter((margin) => margin > eps * reach).length / count,
  };
}
