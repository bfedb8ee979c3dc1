/** A message of Protocol Buffers, from fields: numbers, texts, bytes, and messages in one another. */
export type Message = readonly (readonly [
  number: number,
  value: number | string | Buffer | Message,
])[];

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let left = value;
  do {
    const low = left % 128;
    left = Math.floor(left / 128);
    bytes.push(left > 0 ? low | 128 : low);
  } while (left > 0);
  return Buffer.from(bytes);
}

export function encode(message: Message): Buffer {
  return Buffer.concat(
    message.flatMap(([number, value]) => {
      if (typeof value === "number") return [varint(number * 8), varint(value)];
      const content =
        typeof value === "string"
          ? Buffer.from(value)
          : Buffer.isBuffer(value)
            ? value
            : encode(value);
      return [varint(number * 8 + 2), varint(content.length), content];
    }),
  );
}
