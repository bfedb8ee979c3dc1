// Just enough of DER (ITU-T X.690) to make certificates for tests.

function head(tag: number, length: number): Buffer {
  if (length < 128) return Buffer.from([tag, length]);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Buffer.from([tag, 0x80 | bytes.length, ...bytes]);
}

export function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([head(tag, body.length), body]);
}

export const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
export const set = (...parts: readonly Buffer[]): Buffer => der(0x31, ...parts);
export const octets = (bytes: Buffer): Buffer => der(0x04, bytes);
export const bits = (bytes: Buffer, unused = 0): Buffer => der(0x03, Buffer.from([unused]), bytes);
export const boolean = (value: boolean): Buffer => der(0x01, Buffer.from([value ? 0xff : 0]));
export const utf8 = (text: string): Buffer => der(0x0c, Buffer.from(text));

export function integer(value: number | Buffer): Buffer {
  if (typeof value !== "number")
    return der(0x02, value[0]! >= 0x80 ? Buffer.concat([Buffer.alloc(1), value]) : value);
  const bytes: number[] = [value % 256];
  for (let rest = Math.floor(value / 256); rest > 0; rest = Math.floor(rest / 256))
    bytes.unshift(rest % 256);
  return der(0x02, Buffer.from(bytes[0]! >= 0x80 ? [0, ...bytes] : bytes));
}

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const bytes = [first * 40 + second];
  for (const arc of rest) {
    const digits = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      digits.unshift(128 + (left % 128));
    bytes.push(...digits);
  }
  return der(0x06, Buffer.from(bytes));
}

/** GeneralizedTime, to the second. */
export function time(date: Date): Buffer {
  const text = date.toISOString().replaceAll(/[-:T]|\.\d+/g, "");
  return der(0x18, Buffer.from(text));
}

/** A time of a certificate: UTCTime up to 2049 (RFC 5280, section 4.1.2.5). */
export function validity(date: Date): Buffer {
  if (date.getUTCFullYear() >= 2050) return time(date);
  const text = date
    .toISOString()
    .slice(2)
    .replaceAll(/[-:T]|\.\d+/g, "");
  return der(0x17, Buffer.from(text));
}
