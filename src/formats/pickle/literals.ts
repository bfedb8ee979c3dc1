// How pickles write numbers and texts: `Objects/longobject.c`, `Modules/_pickle.c`.

/** A whole number as `int(text, 0)` reads it; undefined where it is none. */
export function integerOf(written: string): number | bigint | undefined {
  const digits = written.trim().replace(/L$/i, "").replaceAll("_", "");
  const based = /^([-+]?)(0x[\da-f]{1,2000}|0o[0-7]{1,2000}|0b[01]{1,2000})$/i.exec(digits);
  if (based !== null) return small(BigInt(based[2]!) * (based[1] === "-" ? -1n : 1n));
  return /^[-+]?\d{1,4000}$/.test(digits) ? small(BigInt(digits)) : undefined;
}

/** A number of two's complement, its lowest byte first. */
export function littleEndian(bytes: Buffer): number | bigint {
  if (bytes.length === 0) return 0;
  let value = 0n;
  for (let index = bytes.length - 1; index >= 0; index--)
    value = (value << 8n) | BigInt(bytes[index]!);
  if (bytes[bytes.length - 1]! >= 0x80) value -= 1n << BigInt(8 * bytes.length);
  return small(value);
}

function small(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

const signs: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  v: "\v",
  a: "\x07",
};

/** A string of protocol 0, which is the repr of one of Python 2; undefined where it has no quotes. */
export function unquoted(written: string): string | undefined {
  const inner = /^(["'])([\s\S]*)\1$/.exec(written)?.[2];
  return inner?.replace(/\\(?:x[\da-fA-F]{2}|[0-7]{1,3}|[\s\S])/g, (escape) => {
    const sign = escape.slice(1);
    if (sign.length > 1 && sign.startsWith("x"))
      return String.fromCharCode(Number.parseInt(sign.slice(1), 16));
    if (/^[0-7]/.test(sign)) return String.fromCharCode(Number.parseInt(sign, 8) & 0xff);
    return signs[sign] ?? sign;
  });
}

/** A text of protocol 0: raw-unicode-escape. */
export function unescaped(written: string): string {
  return written.replace(/\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{8})/g, (escape) => {
    const code = Number.parseInt(escape.slice(2), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : escape;
  });
}
