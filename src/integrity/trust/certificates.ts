import { X509Certificate as NodeCertificate } from "node:crypto";
import { X509Certificate as Asn1Certificate } from "@sigstore/core";
import { PaviseError } from "../../core/index.ts";
import { readGiven } from "./keys.ts";

/** A certificate, with what Node tells of it and what it does not. */
export interface Certificate {
  readonly node: NodeCertificate;
  readonly der: Buffer;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly isAuthority: boolean;
  /** Certificates that may stand between it and the signer's. */
  readonly maxBelow: number | undefined;
  /** What its key may do; undefined where it does not say. */
  readonly keyUsage:
    | { readonly digitalSignature: boolean; readonly keyCertSign: boolean }
    | undefined;
  /** Object identifiers of what it is for; undefined where it does not say. */
  readonly purposes: readonly string[] | undefined;
  /** Critical extensions that are not understood. */
  readonly unknown: readonly string[];
}

export const codeSigning = "1.3.6.1.5.5.7.3.3";
export const timeStamping = "1.3.6.1.5.5.7.3.8";
const anyPurpose = "2.5.29.37.0";
/** Basic constraints, key usage, extended key usage, names, key identifiers. */
const understood = new Set([
  "2.5.29.14",
  "2.5.29.15",
  "2.5.29.17",
  "2.5.29.18",
  "2.5.29.19",
  "2.5.29.35",
  "2.5.29.37",
]);

const longestPath = 8;
/** Steps of a look for a path: certificates that all issue each other would have no end. */
const maxSteps = 500;

/** Reads a certificate. Undefined where the bytes are none. */
export function parseCertificate(der: Buffer): Certificate | undefined {
  try {
    const node = new NodeCertificate(der);
    const asn1 = Asn1Certificate.parse(Buffer.from(node.raw));
    const { extKeyUsage: usage, extBasicConstraints: basic } = asn1;
    const limit = basic?.pathLenConstraint;
    return {
      node,
      der: node.raw,
      notBefore: asn1.notBefore,
      notAfter: asn1.notAfter,
      isAuthority: basic?.isCA === true,
      maxBelow: limit === undefined ? undefined : Number(limit),
      keyUsage: usage && {
        digitalSignature: usage.digitalSignature,
        keyCertSign: usage.keyCertSign,
      },
      purposes: node.keyUsage,
      unknown: asn1.extensions.flatMap((extension) => {
        const oid = extension.subs[0]?.toOID() ?? "";
        const isCritical =
          extension.subs[1]?.tag.isBoolean() === true && extension.subs[1].toBoolean();
        return isCritical && !understood.has(oid) ? [oid] : [];
      }),
    };
  } catch {
    return undefined;
  }
}

/** Reads the certificates of a PEM file. Throws `file-missing` and `key-invalid`. */
export function readCertificates(file: string): readonly Certificate[] {
  const pem = readGiven(file, "the certificates").toString("latin1");
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  const certificates = blocks.map((block) => {
    const body = block.replaceAll(/-----[A-Z ]+-----|\s/g, "");
    return parseCertificate(Buffer.from(body, "base64"));
  });
  if (certificates.length === 0 || certificates.includes(undefined))
    throw new PaviseError("key-invalid", `${file}: no certificate in PEM can be read from it`, {
      hint: "A PEM file with -----BEGIN CERTIFICATE----- is needed, the roots that you trust and what stands between.",
    });
  return certificates.filter((each) => each !== undefined);
}

/** A common name, or the whole subject, in one line. */
export function nameOf({ node }: Certificate): string {
  const lines = node.subject?.split("\n") ?? [];
  const common = lines.find((line) => line.startsWith("CN="));
  return (
    common?.slice(3) ?? (lines.length === 0 ? `serial ${node.serialNumber}` : lines.join(", "))
  );
}

/** What became of a look for a way from a certificate to one that is trusted. */
export type PathReading =
  | { readonly ok: true; readonly path: readonly Certificate[] }
  | {
      readonly ok: false;
      readonly reason: "untrusted" | "expired" | "usage";
      readonly message: string;
    };

function isIssuer(of: Certificate, by: Certificate): boolean {
  try {
    return of.node.checkIssued(by.node) && of.node.verify(by.node.publicKey);
  } catch {
    return false;
  }
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Why a certificate does not count at a time. */
function expiryOf(certificate: Certificate, at: Date): string | undefined {
  const { notBefore, notAfter } = certificate;
  const name = nameOf(certificate);
  if (at < notBefore) return `the certificate of ${name} is valid from ${day(notBefore)} on only`;
  if (at > notAfter) return `the certificate of ${name} has expired on ${day(notAfter)}`;
  return undefined;
}

/**
 * Looks for a way from the signer's certificate over others to one that is trusted, and holds it to
 * RFC 5280: time, constraints, usage. Names of subjects are not matched: who is trusted says so by the
 * root that is given. Revocation is not looked at.
 */
export function findPath(
  leaf: Certificate,
  given: {
    readonly between: readonly Certificate[];
    readonly roots: readonly Certificate[];
    readonly at: Date;
    /** What the signer's certificate has to be for. */
    readonly purpose: string;
  },
): PathReading {
  const { roots, at, purpose } = given;
  const usage = usageFlaw(leaf, purpose);
  let expiry: string | undefined;
  let steps = 0;
  const isRoot = ({ der }: Certificate): boolean => roots.some((root) => root.der.equals(der));

  function climb(path: readonly Certificate[]): readonly Certificate[] | undefined {
    const last = path.at(-1)!;
    const flaw = expiryOf(last, at);
    if (flaw !== undefined) {
      expiry ??= flaw;
      return undefined;
    }
    if (isRoot(last)) return path;
    if (path.length >= longestPath || steps++ >= maxSteps) return undefined;
    for (const next of [...roots, ...given.between]) {
      if (path.some(({ der }) => der.equals(next.der)) || !isIssuer(last, next)) continue;
      if (!mayIssue(next, path.length - 1)) continue;
      const found = climb([...path, next]);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  const path = climb([leaf]);
  if (path === undefined) {
    if (expiry !== undefined) return { ok: false, reason: "expired", message: expiry };
    const message = `no way leads from the certificate of ${nameOf(leaf)} to one that is trusted`;
    return { ok: false, reason: "untrusted", message };
  }
  const strange = path.find(({ unknown }) => unknown.length > 0);
  if (strange !== undefined) {
    const message = `the certificate of ${nameOf(strange)} has a critical extension that is not understood (${strange.unknown[0]})`;
    return { ok: false, reason: "usage", message };
  }
  return usage === undefined ? { ok: true, path } : { ok: false, reason: "usage", message: usage };
}

function mayIssue({ isAuthority, keyUsage, maxBelow }: Certificate, below: number): boolean {
  return (
    isAuthority && keyUsage?.keyCertSign !== false && (maxBelow === undefined || below <= maxBelow)
  );
}

function usageFlaw(leaf: Certificate, purpose: string): string | undefined {
  const { keyUsage, purposes } = leaf;
  const name = nameOf(leaf);
  if (keyUsage === undefined && purposes === undefined)
    return `the certificate of ${name} does not say that it is for signing`;
  if (keyUsage?.digitalSignature === false)
    return `the certificate of ${name} is not for signing (key usage)`;
  if (purposes !== undefined && !purposes.some((oid) => oid === purpose || oid === anyPurpose))
    return `the certificate of ${name} is not for signing (extended key usage)`;
  return undefined;
}
