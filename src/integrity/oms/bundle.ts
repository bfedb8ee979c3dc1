import { z } from "zod";
import { parseStrictJson, strictBase64 } from "../strict-json.ts";
import { inTotoType } from "./dsse.ts";

/** What reference clients write; other versions of the bundle have the same shape for us. */
export const bundleType = "application/vnd.dev.sigstore.bundle.v0.3+json";

/** Who is said to have signed, by method of OMS 1.0, section 4.1. */
export type Material =
  | {
      readonly kind: "key";
      /** SHA-256 of the public key's PEM text, hex. */
      readonly hint?: string;
      /** The public key itself, as bundles before 1.1.0 have it. */
      readonly rawKey?: Buffer;
    }
  | {
      readonly kind: "certificate";
      /** DER, the signer's first. */
      readonly chain: readonly Buffer[];
      /** RFC 3161 tokens, DER. */
      readonly timestamps: readonly Buffer[];
    }
  | { readonly kind: "sigstore" };

/** A signature file, read. */
export interface Bundle {
  readonly material: Material;
  readonly payload: Buffer;
  /** DER. */
  readonly signature: Buffer;
  /** The document as it stood, for what reads Sigstore bundles. */
  readonly json: unknown;
}

/** A bundle, or why the file is none. */
export type BundleReading =
  | { readonly ok: true; readonly bundle: Bundle }
  | { readonly ok: false; readonly message: string };

const base64 = z.string().transform((text, context) => {
  const bytes = strictBase64(text);
  if (bytes !== undefined && bytes.length > 0) return bytes;
  context.addIssue({ code: "custom", message: "no base64" });
  return z.NEVER;
});
const Certificate = z.object({ rawBytes: base64 });
const Timestamps = z.object({
  rfc3161Timestamps: z
    .array(z.strictObject({ signedTimestamp: base64 }))
    .max(16)
    .optional(),
});
const PublicKey = z.object({
  hint: z.string().max(1024).optional(),
  rawBytes: z
    .string()
    .max(16 * 1024)
    .optional(),
});
const VerificationMaterial = z.strictObject({
  publicKey: PublicKey.optional(),
  x509CertificateChain: z.object({ certificates: z.array(Certificate).min(1).max(32) }).optional(),
  certificate: Certificate.optional(),
  tlogEntries: z.array(z.unknown()).max(16).optional(),
  timestampVerificationData: Timestamps.optional(),
});
const Document = z.strictObject({
  mediaType: z.string().regex(/^application\/vnd\.dev\.sigstore\.bundle[.+;]/),
  verificationMaterial: VerificationMaterial,
  dsseEnvelope: z.strictObject({
    payload: base64,
    payloadType: z.literal(inTotoType),
    signatures: z
      .array(z.strictObject({ sig: base64, keyid: z.string().nullish() }))
      .length(1, "not exactly one signature"),
  }),
});

/** Where in a document something is wrong, in one line. */
export function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return "it does not fit";
  const path = issue.path.map(String).join(".");
  return path === "" ? issue.message : `\`${path.slice(0, 100)}\`: ${issue.message}`;
}

type Given = z.infer<typeof VerificationMaterial>;

function materialOf(given: Given): Material | string {
  const { publicKey, x509CertificateChain, certificate, tlogEntries = [] } = given;
  const timestamps = given.timestampVerificationData?.rfc3161Timestamps ?? [];
  const ways = [publicKey, x509CertificateChain, certificate].filter((way) => way !== undefined);
  if (ways.length !== 1) return "it has to name one key, one chain or one certificate";
  if (certificate !== undefined)
    return tlogEntries.length > 0 ? { kind: "sigstore" } : "a keyless signature needs a log entry";
  if (tlogEntries.length > 0) return "only keyless signatures have log entries";
  if (x509CertificateChain !== undefined) {
    const chain = x509CertificateChain.certificates.map(({ rawBytes }) => rawBytes);
    const tokens = timestamps.map(({ signedTimestamp }) => signedTimestamp);
    return { kind: "certificate", chain, timestamps: tokens };
  }
  const { hint, rawBytes } = publicKey ?? {};
  if (hint !== undefined && hint !== "") return { kind: "key", hint };
  const rawKey = rawBytes === undefined ? undefined : strictBase64(rawBytes);
  return rawKey === undefined
    ? "neither `hint` nor `rawBytes` names the key"
    : { kind: "key", rawKey };
}

/** Reads a signature file. Total. */
export function readBundle(bytes: Buffer): BundleReading {
  const json = parseStrictJson(bytes);
  if (!json.ok) return json;
  const document = Document.safeParse(json.value);
  if (!document.success) return { ok: false, message: firstIssue(document.error) };
  const { verificationMaterial, dsseEnvelope } = document.data;
  const material = materialOf(verificationMaterial);
  if (typeof material === "string")
    return { ok: false, message: `\`verificationMaterial\`: ${material}` };
  const signature = dsseEnvelope.signatures[0]!.sig;
  return {
    ok: true,
    bundle: { material, payload: dsseEnvelope.payload, signature, json: json.value },
  };
}

/** Who signed, as it is written. */
export type WrittenMaterial =
  | { readonly publicKey: { readonly hint: string } }
  | { readonly x509CertificateChain: { readonly certificates: readonly Buffer[] } };

/** Writes a bundle as the reference client does, so that it reads it. */
export function writeBundle(given: {
  readonly payload: Buffer;
  readonly signature: Buffer;
  readonly material: WrittenMaterial;
  readonly timestamps?: readonly Buffer[];
}): string {
  const { material, timestamps = [] } = given;
  const who =
    "publicKey" in material
      ? material
      : {
          x509CertificateChain: {
            certificates: material.x509CertificateChain.certificates.map((der) => ({
              rawBytes: der.toString("base64"),
            })),
          },
        };
  const times = timestamps.map((token) => ({ signedTimestamp: token.toString("base64") }));
  const document = {
    mediaType: bundleType,
    verificationMaterial: {
      ...who,
      tlogEntries: [],
      ...(times.length === 0 ? {} : { timestampVerificationData: { rfc3161Timestamps: times } }),
    },
    dsseEnvelope: {
      payload: given.payload.toString("base64"),
      payloadType: inTotoType,
      signatures: [{ sig: given.signature.toString("base64"), keyid: "" }],
    },
  };
  return `${JSON.stringify(document)}\n`;
}
