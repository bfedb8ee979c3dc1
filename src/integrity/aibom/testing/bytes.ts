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

/** A GGUF file with metadata of texts and numbers, and no tensors. */
export function ggufOf(metadata: Readonly<Record<string, string | number>>): Buffer {
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
    ggufNumber(0, 8),
    ggufNumber(entries.length, 8),
    ...entries,
    Buffer.alloc(64),
  ]);
}
