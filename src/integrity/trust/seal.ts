import { createPublicKey, type KeyObject } from "node:crypto";
import { PaviseError } from "../../core/index.ts";
import { inTotoType, preAuthEncoding } from "../oms/dsse.ts";
import { writeBundle, type WrittenMaterial } from "../oms/bundle.ts";
import { codeSigning, findPath, type Certificate } from "./certificates.ts";
import { hashOf, isSignedBy, keyHint, signWith } from "./keys.ts";

/** Signs a payload and gives the whole bundle, as JSON text. */
export type Seal = (payload: Buffer) => Promise<string>;

/** A key that signs, wherever it is kept. */
export interface SigningKey {
  readonly publicKey: KeyObject;
  /** Signs with the hash that belongs to the curve; gives DER. */
  readonly sign: (message: Buffer) => Promise<Buffer>;
}

/** Asks for a timestamp (RFC 3161) of a signature; gives the token, DER. */
export type Stamper = (signature: Buffer) => Promise<Buffer>;

/** A key that is in memory. */
export function localKey(key: KeyObject): SigningKey {
  return {
    publicKey: createPublicKey(key),
    sign: (message) => Promise.resolve(signWith(key, message)),
  };
}

/** Fails where a certificate and those above it would not be taken by who verifies. */
function assertChain(
  key: SigningKey,
  { leaf, above }: { readonly leaf: Certificate; readonly above: readonly Certificate[] },
): void {
  if (!leaf.node.publicKey.equals(key.publicKey))
    throw new PaviseError("key-invalid", "the certificate is not that of the key", {
      hint: "Name the certificate that was issued for this key with --certificate.",
    });
  const root = above.at(-1) ?? leaf;
  const roots = above.length === 0 ? [leaf] : [root];
  const path = findPath(leaf, { between: above, roots, at: new Date(), purpose: codeSigning });
  if (!path.ok)
    throw new PaviseError("key-invalid", `nobody would take this certificate: ${path.message}`, {
      hint: "A certificate for code signing is needed, valid today, with those that lead to its root (--certificate-chain).",
    });
}

/**
 * A seal by a key, or by a key and its certificate. What was signed is verified before it is given
 * away: a device that signs wrongly is noticed here. Throws `key-invalid`.
 */
export function sealWith(
  key: SigningKey,
  options: {
    readonly certificate?: { readonly leaf: Certificate; readonly above: readonly Certificate[] };
    readonly stamp?: Stamper;
  } = {},
): Seal {
  const { certificate, stamp } = options;
  if (certificate !== undefined) assertChain(key, certificate);
  const material: WrittenMaterial =
    certificate === undefined
      ? { publicKey: { hint: keyHint(key.publicKey) } }
      : {
          x509CertificateChain: {
            certificates: [certificate.leaf, ...certificate.above].map(({ der }) => der),
          },
        };
  return async (payload) => {
    const message = preAuthEncoding(inTotoType, payload);
    const signature = await key.sign(message);
    const hash = hashOf(key.publicKey);
    if (hash === undefined || !isSignedBy(key.publicKey, { message, signature, hash }))
      throw new PaviseError("key-invalid", "what the key has signed does not verify", {
        hint: "The key and its public part do not belong together, or the device is faulty.",
      });
    const timestamps = stamp === undefined ? [] : [await stamp(signature)];
    return writeBundle({ payload, signature, material, timestamps });
  };
}
