import { createPublicKey, type KeyObject } from "node:crypto";
import { PaviseError } from "../../core/index.ts";

/** A public key from DER. Throws `key-invalid` where it is none. */
export function publicKeyOf(spki: Buffer, who: string): KeyObject {
  try {
    return createPublicKey({ key: spki, format: "der", type: "spki" });
  } catch (error) {
    throw new PaviseError("key-invalid", `${who}: its public key cannot be read`, {
      hint: "An elliptic curve key for signing is needed.",
      cause: error,
    });
  }
}

/** A public key (RFC 5480) of its curve, DER, and its point. */
export function ecSpki(curve: Buffer, point: Buffer): Buffer {
  const wrap = (tag: number, body: Buffer): Buffer => {
    const head = body.length < 128 ? [tag, body.length] : [tag, 0x81, body.length];
    return Buffer.concat([Buffer.from(head), body]);
  };
  const ecPublicKey = Buffer.from("06072a8648ce3d0201", "hex");
  const bits = wrap(0x03, Buffer.concat([Buffer.alloc(1), point]));
  return wrap(0x30, Buffer.concat([wrap(0x30, Buffer.concat([ecPublicKey, curve])), bits]));
}

/** A signature as r and s one after the other, as devices give it, in DER. */
export function derSignature(raw: Buffer): Buffer {
  const half = raw.length / 2;
  const number = (bytes: Buffer): Buffer => {
    let from = 0;
    while (from < bytes.length - 1 && bytes[from] === 0) from++;
    const digits = bytes.subarray(from);
    const body = digits[0]! >= 0x80 ? Buffer.concat([Buffer.alloc(1), digits]) : digits;
    return Buffer.concat([Buffer.from([0x02, body.length]), body]);
  };
  const body = Buffer.concat([number(raw.subarray(0, half)), number(raw.subarray(half))]);
  // Those of P-521 are longer than 127 bytes.
  const head = body.length < 128 ? [0x30, body.length] : [0x30, 0x81, body.length];
  return Buffer.concat([Buffer.from(head), body]);
}
