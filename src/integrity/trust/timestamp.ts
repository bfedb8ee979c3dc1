// Timestamps: RFC 3161, in the CMS of RFC 5652, bound to their signer by RFC 5035.
import { createHash, verify, type KeyObject } from "node:crypto";
import { ASN1Obj } from "@sigstore/core";
import { messageOf } from "../../core/index.ts";
import {
  findPath,
  nameOf,
  parseCertificate,
  timeStamping,
  type Certificate,
} from "./certificates.ts";

/** When something was signed, or why a token does not show it. */
export type TimestampReading =
  | { readonly ok: true; readonly at: Date; readonly authority: string }
  | { readonly ok: false; readonly message: string };

/** Names of hash functions by object identifier; SHA-1 is none any more. */
export const hashNames: Readonly<Record<string, string>> = {
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};
/** Hash functions of signature algorithms that name theirs. */
const signatureHashes: Readonly<Record<string, string>> = {
  "1.2.840.10045.4.3.2": "sha256",
  "1.2.840.10045.4.3.3": "sha384",
  "1.2.840.10045.4.3.4": "sha512",
  "1.2.840.113549.1.1.11": "sha256",
  "1.2.840.113549.1.1.12": "sha384",
  "1.2.840.113549.1.1.13": "sha512",
};
const rsaEncryption = "1.2.840.113549.1.1.1";
export const signedDataType = "1.2.840.113549.1.7.2";
export const timestampInfoType = "1.2.840.113549.1.9.16.1.4";
const contentTypeAttribute = "1.2.840.113549.1.9.3";
const digestAttribute = "1.2.840.113549.1.9.4";
const certificateAttribute = "1.2.840.113549.1.9.16.2.12";
const certificateAttribute2 = "1.2.840.113549.1.9.16.2.47";

const maxToken = 256 * 1024;

/** Leaves the reading of a token; never this file. */
class Flaw extends Error {}

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Flaw(what);
  return value;
}

function hashOf(algorithm: ASN1Obj | undefined, what: string): string {
  const oid = must(algorithm?.subs[0], what).toOID();
  return must(hashNames[oid], `${what} is by ${oid}, which is not trusted`);
}

const digest = (hash: string, bytes: Buffer): Buffer => createHash(hash).update(bytes).digest();

/** What a token says and how it is signed. */
interface Token {
  /** The signed content, DER. */
  readonly info: Buffer;
  readonly imprint: { readonly hash: string; readonly value: Buffer };
  readonly at: Date;
  readonly nonce: bigint | undefined;
  readonly certificates: readonly Certificate[];
  readonly attributes: ReadonlyMap<string, ASN1Obj>;
  /** What is signed: the attributes as a set. */
  readonly signedBytes: Buffer;
  readonly digestHash: string;
  readonly signatureHash: string;
  readonly signature: Buffer;
}

function infoOf(bytes: Buffer): Pick<Token, "imprint" | "at" | "nonce"> {
  const info = ASN1Obj.parseBuffer(Buffer.from(bytes));
  const imprint = must(info.subs[2], "no imprint");
  const time = must(info.subs[4], "no time");
  const nonce = info.subs.slice(5).find(({ tag }) => tag.isInteger());
  return {
    imprint: {
      hash: hashOf(imprint.subs[0], "the imprint"),
      value: must(imprint.subs[1], "no imprint").value,
    },
    at: time.toDate(),
    nonce: nonce?.toInteger(),
  };
}

function certificatesIn(signedData: ASN1Obj): readonly Certificate[] {
  const field = signedData.subs.slice(3).find(({ tag }) => tag.isContextSpecific(0));
  return (field?.subs ?? [])
    .slice(0, 16)
    .map((each) => parseCertificate(each.toDER()))
    .filter((each) => each !== undefined);
}

/** The parts of a response. Throws a `Flaw`, and whatever the parser throws. */
function parseToken(bytes: Buffer): Token {
  if (bytes.length > maxToken) throw new Flaw(`it is larger than ${maxToken} bytes`);
  const response = ASN1Obj.parseBuffer(Buffer.from(bytes));
  const status = must(response.subs[0]?.subs[0], "no status").toInteger();
  if (status > 1n) throw new Flaw(`the authority has refused (status ${status})`);
  const content = must(response.subs[1], "no token");
  if (content.subs[0]?.toOID() !== signedDataType) throw new Flaw("it is not signed");
  const signedData = must(content.subs[1]?.subs[0], "no signed data");
  const encapsulated = must(signedData.subs[2], "no content");
  if (encapsulated.subs[0]?.toOID() !== timestampInfoType) throw new Flaw("it is no timestamp");
  const info = must(encapsulated.subs[1]?.subs[0], "no content").value;
  const signers = must(signedData.subs.at(-1), "no signer");
  if (signers.subs.length !== 1) throw new Flaw("not exactly one signer");
  const [, , digestAlgorithm, attributeSet, signatureAlgorithm, signature] = signers.subs[0]!.subs;
  if (attributeSet?.tag.isContextSpecific(0) !== true) throw new Flaw("no signed attributes");
  const attributes = new Map<string, ASN1Obj>();
  for (const { subs } of attributeSet.subs) {
    const oid = must(subs[0], "an attribute without a name").toOID();
    if (attributes.has(oid)) throw new Flaw("an attribute is there twice");
    attributes.set(oid, must(subs[1]?.subs[0], "an attribute without a value"));
  }
  const signedBytes = attributeSet.toDER();
  // What is signed is tagged as a set (RFC 5652, section 5.4).
  signedBytes[0] = 0x31;
  const digestHash = hashOf(digestAlgorithm, "the content");
  const algorithm = must(signatureAlgorithm?.subs[0], "no algorithm").toOID();
  return {
    info,
    ...infoOf(info),
    certificates: certificatesIn(signedData),
    attributes,
    signedBytes,
    digestHash,
    signatureHash:
      algorithm === rsaEncryption
        ? digestHash
        : must(signatureHashes[algorithm], `its signature is by ${algorithm}`),
    signature: must(signature, "no signature").value,
  };
}

/** The certificate that the signature names, by its digest: nobody can put another in its place. */
function signerOf({ attributes, certificates }: Token, roots: readonly Certificate[]): Certificate {
  const second = attributes.get(certificateAttribute2);
  const named = must(second ?? attributes.get(certificateAttribute), "it names no certificate");
  const id = must(named.subs[0]?.subs[0], "it names no certificate");
  // SHA-1 in the first form, SHA-256 in the second unless it says otherwise.
  const [first] = id.subs;
  const isNamed = second !== undefined && first?.tag.isOctetString() === false;
  const hash =
    second === undefined ? "sha1" : isNamed ? hashOf(first, "the certificate") : "sha256";
  const wanted = must(isNamed ? id.subs[1] : first, "it names no certificate").value;
  const found = [...certificates, ...roots].find(({ der }) => digest(hash, der).equals(wanted));
  return must(found, "its certificate is neither in it nor among those that are trusted");
}

function isSigned({ signedBytes, signature, signatureHash }: Token, key: KeyObject): boolean {
  try {
    return verify(signatureHash, signedBytes, { key, dsaEncoding: "der" }, signature);
  } catch {
    return false;
  }
}

/** Why an answer is not one to the request that was sent; undefined where it is. Total. */
export function readImprint(
  token: Buffer,
  asked: { readonly signature: Buffer; readonly nonce: bigint },
): string | undefined {
  try {
    const { imprint, nonce } = parseToken(token);
    if (!digest(imprint.hash, asked.signature).equals(imprint.value))
      return "its answer is about something else";
    return nonce === asked.nonce ? undefined : "its answer is one to another request";
  } catch (error) {
    return error instanceof Flaw ? error.message : "its answer cannot be read";
  }
}

/**
 * Verifies a timestamp: that it is about this signature, that an authority which is trusted has made
 * it, and that the authority could at that time. `token` is a TimeStampResp, DER. Total.
 */
export function readTimestamp(
  token: Buffer,
  given: {
    readonly signature: Buffer;
    readonly roots: readonly Certificate[];
  },
): TimestampReading {
  const refuse = (message: string): TimestampReading => ({
    ok: false,
    message: `its timestamp does not count: ${message}`,
  });
  try {
    const parsed = parseToken(token);
    const { imprint, attributes, info, digestHash, at } = parsed;
    if (!digest(imprint.hash, given.signature).equals(imprint.value))
      return refuse("it is about something else");
    if (attributes.get(contentTypeAttribute)?.toOID() !== timestampInfoType)
      return refuse("its signature is about something else");
    if (attributes.get(digestAttribute)?.value.equals(digest(digestHash, info)) !== true)
      return refuse("its content was changed");
    const signer = signerOf(parsed, given.roots);
    if (!isSigned(parsed, signer.node.publicKey)) return refuse("its signature does not hold");
    if (signer.purposes?.includes(timeStamping) !== true)
      return refuse(`the certificate of ${nameOf(signer)} is not for timestamps`);
    const { certificates: between } = parsed;
    const path = findPath(signer, { between, roots: given.roots, at, purpose: timeStamping });
    if (!path.ok) return refuse(path.message);
    return { ok: true, at, authority: nameOf(signer) };
  } catch (error) {
    return refuse(
      error instanceof Flaw ? error.message : `it cannot be read (${messageOf(error)})`,
    );
  }
}
