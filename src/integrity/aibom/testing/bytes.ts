/** A safetensors file of tensors of zeros. */
export function safetensorsOf(
  tensors: Readonly<Record<string, readonly [dtype: "F32" | "F16" | "BF16", shape: number[]]>>,
  metadata?: Readonly<Record<string, string>>,
): Buffer {
  let at = 0;
  const entries = Object.entries(tensors).map(([name, [dtype, shape]]) => {
    const start = at;
    at += shape.reduce((all, one) => all * one, dtype === "F32" ? 4 : 2);
    return [name, { dtype, shape, data_offsets: [start, at] }];
  });
  const header = Buffer.from(
    JSON.stringify({
      ...(metadata === undefined ? {} : { __metadata__: metadata }),
      ...Object.fromEntries(entries),
    }),
  );
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, Buffer.alloc(at)]);
}

function ggufText(text: string): Buffer {
  const bytes = Buffer.from(text);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(bytes.length));
  return Buffer.concat([length, bytes]);
}

function ggufNumber(value: number, width: 4 | 8): Buffer {
  const bytes = Buffer.alloc(width);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** A GGUF file with metadata of texts and numbers, and tensors of 32 bits by their shapes. */
export function ggufOf(
  metadata: Readonly<Record<string, string | number>>,
  shapes: readonly (readonly number[])[] = [],
): Buffer {
  let at = 0;
  const tensors = shapes.map((shape, index) => {
    const offset = ggufNumber(at, 8);
    at += 4 * shape.reduce((all, one) => all * one, 1);
    const dimensions = shape.map((each) => ggufNumber(each, 8));
    const name = ggufText(`t${index}`);
    return Buffer.concat([
      name,
      ggufNumber(shape.length, 4),
      ...dimensions,
      ggufNumber(0, 4),
      offset,
    ]);
  });
  const entries = Object.entries(metadata).map(([key, value]) =>
    Buffer.concat([
      ggufText(key),
      ggufNumber(typeof value === "string" ? 8 : 4, 4),
      typeof value === "string" ? ggufText(value) : ggufNumber(value, 4),
    ]),
  );
  return Buffer.concat([
    Buffer.from("GGUF"),
    ggufNumber(3, 4),
    ggufNumber(shapes.length, 8),
    ggufNumber(entries.length, 8),
    ...entries,
    ...tensors,
    Buffer.alloc(64 + at),
  ]);
}
