import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type KeyObject,
} from "node:crypto";
import { readFileSync } from "node:fs";
import { fileReason, messageOf, PaviseError } from "../../core/index.ts";

/** Hash functions by curve (OMS 1.0, section 4.2). */
const hashes = { prime256v1: "sha256", secp384r1: "sha384", secp521r1: "sha512" } as const;
export type KeyHash = (typeof hashes)[keyof typeof hashes];

/** The hash that belongs to a key; undefined for what is no key of OMS. */
export function hashOf(key: KeyObject): KeyHash | undefined {
  if (key.asymmetricKeyType !== "ec") return undefined;
  return hashes[(key.asymmetricKeyDetails?.namedCurve ?? "") as keyof typeof hashes];
}

/** The name of a key's kind, for a person. */
export function kindOfKey(key: KeyObject): string {
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
  const names: Readonly<Record<string, string>> = {
    prime256v1: "P-256",
    secp384r1: "P-384",
    secp521r1: "P-521",
  };
  if (namedCurve !== undefined) return names[namedCurve] ?? namedCurve;
  const type = (key.asymmetricKeyType ?? "unknown").toUpperCase();
  return modulusLength === undefined ? type : `${type} ${modulusLength}`;
}

/** The digest by which a bundle names a key: SHA-256 of its PEM text, hex. */
export function keyHint(key: KeyObject): string {
  return createHash("sha256")
    .update(key.export({ type: "spki", format: "pem" }))
    .digest("hex");
}

/** Reads a file that the user has named, with what to do where it is not there. */
export function readGiven(file: string, what: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new PaviseError("file-missing", `${file}: ${fileReason(error)}`, {
      hint: `Name the file of ${what}.`,
      cause: error,
    });
  }
}

function assertUsable(key: KeyObject, file: string): void {
  if (hashOf(key) !== undefined) return;
  const hint = "OMS signs with P-256, P-384 and P-521";
  const made = "A new key: `openssl ecparam -name prime256v1 -genkey -noout -out signing.pem`.";
  throw new PaviseError("key-invalid", `${file}: ${kindOfKey(key)} is no key for models`, {
    hint: key.type === "private" ? `${hint}. ${made}` : `${hint}: name the key that has signed.`,
  });
}

/** What a PEM file holds instead of a private key, as far as it says. */
function otherThanPrivate(pem: Buffer): readonly [what: string, hint: string] | undefined {
  if (pem.includes("-----BEGIN CERTIFICATE-----"))
    return ["this is a certificate", "Name its private key with --key, and it with --certificate."];
  if (pem.includes("PUBLIC KEY-----"))
    return ["this is a public key", "Sign with the private one; the public one is to verify with."];
  return undefined;
}

/** Reads a public key from a PEM file. Throws `file-missing` and `key-invalid`. */
export function readPublicKey(file: string): KeyObject {
  if (/^(?:pkcs11|awskms|gcpkms|azurekms):/.test(file))
    throw new PaviseError("key-invalid", `${file}: to verify, the public key has to be a file`, {
      hint: "Export it from where it is kept, as PEM: `-----BEGIN PUBLIC KEY-----`.",
    });
  const pem = readGiven(file, "the signer's public key").toString("latin1");
  if (/-----BEGIN [A-Z ]*PRIVATE KEY/.test(pem))
    throw new PaviseError("key-invalid", `${file}: this is a private key`, {
      hint: `Verify with the public one: \`openssl pkey -in ${file} -pubout\`. A private key that has been handed around is to be replaced.`,
    });
  let key: KeyObject;
  try {
    if (!pem.includes("-----BEGIN PUBLIC KEY-----")) throw new Error("no public key in PEM");
    key = createPublicKey(pem);
  } catch (error) {
    throw new PaviseError("key-invalid", `${file}: ${messageOf(error)}`, {
      hint: "A PEM file that begins with -----BEGIN PUBLIC KEY----- is needed. For a certificate, use --certificate-chain.",
      cause: error,
    });
  }
  assertUsable(key, file);
  return key;
}

/**
 * Reads a private key from a PEM file; `passphrase` opens one that is encrypted. Throws
 * `file-missing` and `key-invalid`.
 */
export function readPrivateKey(file: string, passphrase?: string): KeyObject {
  const pem = readGiven(file, "the private key");
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: pem, format: "pem", passphrase });
  } catch (error) {
    const other = otherThanPrivate(pem);
    if (other !== undefined)
      throw new PaviseError("key-invalid", `${file}: ${other[0]}`, {
        hint: other[1],
        cause: error,
      });
    const isLocked = pem.includes("ENCRYPTED");
    const hint = isLocked
      ? "It is encrypted: give the passphrase in PAVISE_KEY_PASSPHRASE."
      : "A PEM file with an EC private key is needed (PKCS#8 or SEC 1).";
    // What OpenSSL says may quote the input.
    const said = isLocked && passphrase === undefined ? "it is encrypted" : "it cannot be read";
    throw new PaviseError("key-invalid", `${file}: ${said}`, { hint, cause: error });
  }
  assertUsable(key, file);
  return key;
}

/** Signs with the hash that belongs to the key; the signature is DER. */
export function signWith(key: KeyObject, message: Buffer): Buffer {
  return sign(hashOf(key) ?? null, message, { key, dsaEncoding: "der" });
}

/** True where the signature, DER, is the key's. Never throws. */
export function isSignedBy(
  key: KeyObject,
  { message, signature, hash }: { message: Buffer; signature: Buffer; hash: KeyHash },
): boolean {
  try {
    return verify(hash, message, { key, dsaEncoding: "der" }, signature);
  } catch {
    return false;
  }
}
