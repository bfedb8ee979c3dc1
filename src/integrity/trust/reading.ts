import type { KeyObject } from "node:crypto";
import type { Bundle } from "../oms/bundle.ts";
import { earlyAuthEncoding, inTotoType, preAuthEncoding } from "../oms/dsse.ts";
import { earlyType, type Variant } from "../oms/statement.ts";
import type { Certificate } from "./certificates.ts";
import { hashOf, isSignedBy } from "./keys.ts";

/** Whom the user trusts to sign. */
export type Trust =
  | { readonly kind: "key"; readonly key: KeyObject; readonly name: string }
  | {
      readonly kind: "certificate";
      readonly roots: readonly Certificate[];
      /** Authorities whose timestamps count; none where a certificate has to be valid now. */
      readonly timestampRoots: readonly Certificate[];
    }
  | {
      readonly kind: "sigstore";
      /** Who: an e-mail address or the URI of a workflow; a `*` stands for any text. */
      readonly identity: string;
      /** Who says so: the URL of the OpenID provider. */
      readonly issuer: string;
      /** File of a trusted root (Sigstore protobuf JSON) instead of the one that is shipped. */
      readonly trustedRoot?: string;
    };

/** Who has signed. */
export type Signer =
  | { readonly kind: "key"; readonly hint: string; readonly type: string }
  | {
      readonly kind: "certificate";
      readonly subject: string;
      readonly issuer: string;
      readonly serial: string;
      readonly notAfter: string;
    }
  | { readonly kind: "sigstore"; readonly identity: string; readonly issuer: string };

/** What a look at a signature and its signer gives. */
export type SignerReading =
  | {
      readonly ok: true;
      readonly signer: Signer;
      /** ISO 8601, where somebody vouches for the time. */
      readonly signedAt?: string;
      readonly variants: readonly Variant[];
    }
  | {
      readonly ok: false;
      readonly kind: "bad-signature" | "untrusted" | "expired" | "no-evidence";
      readonly message: string;
    };

export function refuse(
  kind: Extract<SignerReading, { ok: false }>["kind"],
  message: string,
): SignerReading {
  return { ok: false, kind, message };
}

/** How a signature holds: as specified, or as the first releases made it; undefined where not. */
export function holds(
  { payload, signature }: Bundle,
  key: KeyObject,
): readonly Variant[] | undefined {
  const hash = hashOf(key);
  if (hash === undefined) return undefined;
  const message = preAuthEncoding(inTotoType, payload);
  if (isSignedBy(key, { message, signature, hash })) return [];
  if (!payload.includes(earlyType)) return undefined;
  const early = earlyAuthEncoding(inTotoType, payload);
  // Those releases took SHA-256 for every curve.
  return isSignedBy(key, { message: early, signature, hash: "sha256" })
    ? ["early-encoding"]
    : undefined;
}
