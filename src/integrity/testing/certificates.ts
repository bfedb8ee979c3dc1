import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";
import { bits, boolean, der, integer, octets, oid, sequence, set, utf8, validity } from "./der.ts";

export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export function ecPair(namedCurve = "P-256"): KeyPair {
  return generateKeyPairSync("ec", { namedCurve });
}

export interface TestCertificate {
  readonly der: Buffer;
  readonly pem: string;
  readonly keys: KeyPair;
  readonly name: string;
}

/** What a certificate of a test is to say. */
export interface Wanted {
  readonly name: string;
  readonly by?: TestCertificate;
  readonly keys?: KeyPair;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** Basic constraints; left out where it is not said. */
  readonly isAuthority?: boolean;
  readonly maxBelow?: number;
  /** Bits of key usage: digitalSignature 0, keyCertSign 5. */
  readonly usage?: readonly number[];
  /** Object identifiers of extended key usage. */
  readonly purposes?: readonly string[];
  /** Further extensions, DER. */
  readonly more?: readonly Buffer[];
  /** An extension that is made of the certificate without it. */
  readonly late?: (body: Buffer) => Buffer;
  /** An extension that nobody knows. */
  readonly unknownCritical?: boolean;
}

const day = 24 * 3600 * 1000;
const ecdsaSha256 = sequence(oid("1.2.840.10045.4.3.2"));

const nameOf = (common: string): Buffer =>
  // An empty name, as certificates of Fulcio have it.
  common === "" ? sequence() : sequence(set(sequence(oid("2.5.4.3"), utf8(common))));

function extension(id: string, value: Buffer, isCritical = false): Buffer {
  return sequence(oid(id), ...(isCritical ? [boolean(true)] : []), octets(value));
}

function usageBits(wanted: readonly number[]): Buffer {
  const byte = wanted.reduce((sum, bit) => sum | (0x80 >> bit), 0);
  const unused = 7 - Math.max(...wanted);
  return bits(Buffer.from([byte]), unused);
}

/** What a key is known by (RFC 5280, section 4.2.1.2, by another hash). */
function keyId({ publicKey }: KeyPair): Buffer {
  const bytes = publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(bytes).digest().subarray(0, 20);
}

function extensionsOf(wanted: Wanted & { readonly keys: KeyPair }): readonly Buffer[] {
  const { isAuthority, maxBelow, usage, purposes, unknownCritical, by, keys } = wanted;
  const found: Buffer[] = [
    extension("2.5.29.14", octets(keyId(keys))),
    extension("2.5.29.35", sequence(der(0x80, keyId(by?.keys ?? keys)))),
  ];
  if (isAuthority !== undefined) {
    const parts = isAuthority ? [boolean(true)] : [];
    if (maxBelow !== undefined) parts.push(integer(maxBelow));
    found.push(extension("2.5.29.19", sequence(...parts), true));
  }
  if (usage !== undefined) found.push(extension("2.5.29.15", usageBits(usage), true));
  if (purposes !== undefined) found.push(extension("2.5.29.37", sequence(...purposes.map(oid))));
  if (unknownCritical === true) found.push(extension("1.2.3.4.5", octets(Buffer.alloc(1)), true));
  return found;
}

/** Makes a certificate, by itself or by another. */
export function certificate(wanted: Wanted): TestCertificate {
  const { name, by, keys = ecPair() } = wanted;
  const { notBefore = new Date(Date.now() - day), notAfter = new Date(Date.now() + 365 * day) } =
    wanted;
  const serial = integer(Buffer.concat([Buffer.from([0x10]), randomBytes(8)]));
  const bodyOf = (extensions: readonly Buffer[]): Buffer =>
    sequence(
      der(0xa0, integer(2)),
      serial,
      ecdsaSha256,
      nameOf(by?.name ?? name),
      sequence(validity(notBefore), validity(notAfter)),
      nameOf(name),
      keys.publicKey.export({ type: "spki", format: "der" }),
      ...(extensions.length === 0 ? [] : [der(0xa3, sequence(...extensions))]),
    );
  const extensions = [...extensionsOf({ ...wanted, keys }), ...(wanted.more ?? [])];
  const late = wanted.late?.(bodyOf(extensions));
  const body = bodyOf(late === undefined ? extensions : [...extensions, late]);
  const signer = by?.keys.privateKey ?? keys.privateKey;
  const made = sequence(body, ecdsaSha256, bits(sign("sha256", body, signer)));
  const base64 = made.toString("base64").replaceAll(/(.{64})/g, "$1\n");
  const pem = `-----BEGIN CERTIFICATE-----\n${base64.trim()}\n-----END CERTIFICATE-----\n`;
  return { der: made, pem, keys, name };
}

export const codeSigning = "1.3.6.1.5.5.7.3.3";

/** A root that may issue. */
export function authority(name: string, more: Partial<Wanted> = {}): TestCertificate {
  return certificate({ name, isAuthority: true, usage: [5], ...more });
}

/** A certificate that signs models. */
export function signerOf(by: TestCertificate, more: Partial<Wanted> = {}): TestCertificate {
  return certificate({
    name: "trainer",
    by,
    isAuthority: false,
    usage: [0],
    purposes: [codeSigning],
    ...more,
  });
}
