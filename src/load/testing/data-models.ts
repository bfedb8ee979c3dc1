/** A value of MessagePack: texts, small numbers, bytes, maps, and extensions by their code. */
export type Packed =
  | string
  | number
  | boolean
  | Buffer
  | readonly Packed[]
  | { readonly extension: number; readonly data: Buffer }
  | ReadonlyMap<string | number, Packed>;

/** A value as MessagePack, in the longest form where there are several. */
export function msgpack(value: Packed): Buffer {
  if (typeof value === "string") return sized(0xd9, Buffer.from(value));
  if (typeof value === "number") return Buffer.from([value]);
  if (typeof value === "boolean") return Buffer.from([value ? 0xc3 : 0xc2]);
  if (Buffer.isBuffer(value)) return sized(0xc4, value);
  if (Array.isArray(value))
    return Buffer.concat([Buffer.from([0x90 | value.length]), ...value.map(msgpack)]);
  if (value instanceof Map)
    return Buffer.concat([
      Buffer.from([0x80 | value.size]),
      ...[...value].flatMap(([key, one]: [string | number, Packed]) => [
        msgpack(key),
        msgpack(one),
      ]),
    ]);
  const { extension, data } = value as { readonly extension: number; readonly data: Buffer };
  return Buffer.concat([Buffer.from([0xc7, data.length, extension & 0xff]), data]);
}

function sized(type: number, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from([type, data.length]), data]);
}

/** An array as Flax writes it. */
export function flaxArray(shape: readonly number[], type: string, data: Buffer): Packed {
  return { extension: 1, data: msgpack([shape, type, data]) };
}

/** A value of UBJSON as XGBoost writes it. */
export type Ubjson =
  | string
  | number
  | Buffer
  | readonly Ubjson[]
  | { readonly [key: string]: Ubjson };

function long(value: number): Buffer {
  const bytes = Buffer.alloc(9, "L");
  bytes.writeBigInt64BE(BigInt(value), 1);
  return bytes;
}

export function ubjson(value: Ubjson): Buffer {
  if (typeof value === "string")
    return Buffer.concat([Buffer.from("S"), long(value.length), Buffer.from(value, "latin1")]);
  if (typeof value === "number") return long(value);
  // An array of bytes.
  if (Buffer.isBuffer(value))
    return Buffer.concat([Buffer.from("[$U#"), long(value.length), value]);
  if (Array.isArray(value))
    return Buffer.concat([Buffer.from("[#"), long(value.length), ...value.map(ubjson)]);
  const parts = Object.entries(value).flatMap(([key, one]) => [
    long(key.length),
    Buffer.from(key),
    ubjson(one),
  ]);
  return Buffer.concat([Buffer.from("{"), ...parts, Buffer.from("}")]);
}
