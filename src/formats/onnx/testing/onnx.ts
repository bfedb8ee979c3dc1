/** A value of a model: its name, the number of its type, its shape. */
type Value = readonly [name: string, type: number, shape: readonly (string | number)[]];

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) | 0x80);
  }
}

const number = (field: number, value: number): Buffer =>
  Buffer.concat([varint(field * 8), varint(value)]);

function message(field: number, ...parts: readonly (Buffer | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  return Buffer.concat([varint(field * 8 + 2), varint(body.length), body]);
}

function value(field: number, [name, type, shape]: Value): Buffer {
  const dimensions = shape.map((each) =>
    message(1, typeof each === "number" ? number(1, each) : message(2, each)),
  );
  const tensor = message(1, number(1, type), message(2, ...dimensions));
  return message(field, message(1, name), message(2, tensor));
}

/** An ONNX file without nodes; its initializers are bytes of zero. */
export function onnxOf(model: {
  readonly producer: string;
  readonly opset: number;
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  readonly initializers?: readonly string[];
}): Buffer {
  const { producer, opset, inputs, outputs, initializers = [] } = model;
  const weights = initializers.map((name) =>
    message(5, number(1, 4), message(8, name), message(9, Buffer.alloc(16))),
  );
  return Buffer.concat([
    number(1, 3),
    message(2, producer),
    message(
      7,
      ...weights,
      ...inputs.map((each) => value(11, each)),
      ...outputs.map((each) => value(12, each)),
    ),
    message(8, number(2, opset)),
  ]);
}
