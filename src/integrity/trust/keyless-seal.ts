import { generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { z } from "zod";
import { PaviseError } from "../../core/index.ts";
import { bundleType, readBundle } from "../oms/bundle.ts";
import { inTotoType, preAuthEncoding } from "../oms/dsse.ts";
import { parseCertificate } from "./certificates.ts";
import { askJson } from "./http.ts";
import type { IdentityToken } from "./identity.ts";
import { readKeylessSigner } from "./keyless.ts";
import type { Seal, Stamper } from "./seal.ts";

/** Sigstore's public services. */
export const publicFulcio = "https://fulcio.sigstore.dev";
export const publicRekor = "https://rekor.sigstore.dev";

/** How somebody signs without a key of their own. */
export interface KeylessOptions {
  readonly identity: IdentityToken;
  readonly fulcio: string;
  readonly rekor: string;
  readonly stamp?: Stamper;
  /** File of the trusted root that the services belong to; the public one otherwise. */
  readonly trustedRoot?: string;
}

function refused(who: string, what: string): PaviseError {
  return new PaviseError("service-failed", `${who}: ${what}`, {
    hint: "Look whether the address is that of a Sigstore instance, and of which version.",
  });
}

const Chain = z.object({ chain: z.object({ certificates: z.array(z.string()).min(1) }) });
const Certificates = z.union([
  z.object({ signedCertificateEmbeddedSct: Chain }),
  z.object({ signedCertificateDetachedSct: Chain }),
]);

/** Has Fulcio certify a key for an identity (API version 2); gives the certificate, DER. */
async function certify(
  { identity, fulcio }: KeylessOptions,
  keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject },
): Promise<Buffer> {
  const who = "Fulcio";
  const proof = sign("sha256", Buffer.from(identity.subject), keys.privateKey);
  const answer = Certificates.safeParse(
    await askJson({
      url: `${fulcio.replace(/\/$/, "")}/api/v2/signingCert`,
      who,
      body: JSON.stringify({
        credentials: { oidcIdentityToken: identity.token },
        publicKeyRequest: {
          publicKey: {
            algorithm: "ECDSA",
            content: keys.publicKey.export({ type: "spki", format: "pem" }),
          },
          proofOfPossession: proof.toString("base64"),
        },
      }),
    }),
  );
  if (!answer.success) throw refused(who, "there is no certificate in its answer");
  const { data } = answer;
  const { chain } =
    "signedCertificateEmbeddedSct" in data
      ? data.signedCertificateEmbeddedSct
      : data.signedCertificateDetachedSct;
  const body = chain.certificates[0]!.replaceAll(/-----[A-Z ]+-----|\s/g, "");
  const leaf = parseCertificate(Buffer.from(body, "base64"));
  if (leaf?.node.publicKey.equals(keys.publicKey) !== true)
    throw refused(who, "its certificate is not for the key that was sent");
  return leaf.der;
}

const hex = z.string().refine((text) => text.length <= 1024 && /^[0-9a-f]+$/.test(text));
const Entry = z.object({
  body: z.string(),
  integratedTime: z.int(),
  logID: hex,
  logIndex: z.int(),
  verification: z.object({
    signedEntryTimestamp: z.string(),
    inclusionProof: z.object({
      checkpoint: z.string(),
      hashes: z.array(hex),
      logIndex: z.int(),
      rootHash: hex,
      treeSize: z.int(),
    }),
  }),
});
const Entries = z.record(z.string(), Entry);
const Body = z.object({ kind: z.string(), apiVersion: z.string() });

const base64 = (text: string): string => Buffer.from(text, "hex").toString("base64");

/** Puts an envelope into the transparency log (Rekor, API version 1); gives the entry as bundles have it. */
async function log(
  { rekor }: KeylessOptions,
  given: { readonly envelope: object; readonly certificate: Buffer },
): Promise<object> {
  const who = "Rekor";
  const lines = given.certificate.toString("base64").replaceAll(/(.{64})/g, "$1\n");
  const pem = `-----BEGIN CERTIFICATE-----\n${lines.trim()}\n-----END CERTIFICATE-----\n`;
  const answer = Entries.safeParse(
    await askJson({
      url: `${rekor.replace(/\/$/, "")}/api/v1/log/entries`,
      who,
      body: JSON.stringify({
        apiVersion: "0.0.1",
        kind: "dsse",
        spec: {
          proposedContent: {
            envelope: JSON.stringify(given.envelope),
            verifiers: [Buffer.from(pem).toString("base64")],
          },
        },
      }),
    }),
  );
  const [entry] = answer.success ? Object.values(answer.data) : [];
  if (entry === undefined) throw refused(who, "there is no entry in its answer");
  let body: z.infer<typeof Body>;
  try {
    body = Body.parse(JSON.parse(Buffer.from(entry.body, "base64").toString()));
  } catch {
    throw refused(who, "its entry cannot be read");
  }
  const { inclusionProof: proof, signedEntryTimestamp } = entry.verification;
  return {
    logIndex: String(entry.logIndex),
    logId: { keyId: base64(entry.logID) },
    kindVersion: { kind: body.kind, version: body.apiVersion },
    integratedTime: String(entry.integratedTime),
    inclusionPromise: { signedEntryTimestamp },
    inclusionProof: {
      logIndex: String(proof.logIndex),
      rootHash: base64(proof.rootHash),
      treeSize: String(proof.treeSize),
      hashes: proof.hashes.map(base64),
      checkpoint: { envelope: proof.checkpoint },
    },
    canonicalizedBody: entry.body,
  };
}

/**
 * A seal by an identity: a key that lives for this one signature, a certificate of Fulcio for it, an
 * entry in Rekor. What comes out is verified against the trusted root before it is given away. Throws
 * `service-failed`.
 */
export function keylessSeal(options: KeylessOptions): Seal {
  return async (payload) => {
    const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const certificate = await certify(options, keys);
    const signature = sign("sha256", preAuthEncoding(inTotoType, payload), keys.privateKey);
    const envelope = {
      payload: payload.toString("base64"),
      payloadType: inTotoType,
      signatures: [{ sig: signature.toString("base64") }],
    };
    const entry = await log(options, { envelope, certificate });
    const tokens = options.stamp === undefined ? [] : [await options.stamp(signature)];
    const times = tokens.map((token) => ({ signedTimestamp: token.toString("base64") }));
    const text = JSON.stringify({
      mediaType: bundleType,
      verificationMaterial: {
        certificate: { rawBytes: certificate.toString("base64") },
        tlogEntries: [entry],
        ...(times.length === 0 ? {} : { timestampVerificationData: { rfc3161Timestamps: times } }),
      },
      dsseEnvelope: envelope,
    });
    const reading = readBundle(Buffer.from(text));
    if (!reading.ok) throw refused("Sigstore", reading.message);
    const signer = readKeylessSigner(reading.bundle, options.trustedRoot);
    if (!signer.ok) throw refused("Sigstore", `what was signed does not verify: ${signer.message}`);
    return `${text}\n`;
  };
}
