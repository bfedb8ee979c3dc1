// A timestamp authority (RFC 3161) for tests.
import { createHash, randomBytes, sign } from "node:crypto";
import { ASN1Obj } from "@sigstore/core";
import { signedDataType, timestampInfoType } from "../trust/timestamp.ts";
import { authority, certificate, type TestCertificate, type Wanted } from "./certificates.ts";
import { der, integer, octets, oid, sequence, set, time } from "./der.ts";

const timeStamping = "1.3.6.1.5.5.7.3.8";
const sha256 = "2.16.840.1.101.3.4.2.1";

/** Who stamps, and what it does wrong. */
export interface TimestampSigner {
  readonly root: TestCertificate;
  readonly leaf: TestCertificate;
  readonly at?: Date;
  readonly nonce?: (nonce: Buffer) => Buffer;
  readonly imprint?: (imprint: Buffer) => Buffer;
  /** The certificate that is named as the signer's. */
  readonly named?: TestCertificate;
  readonly status?: number;
  readonly signature?: (signature: Buffer) => Buffer;
  readonly info?: (info: Buffer) => Buffer;
  readonly contentType?: string;
  readonly withoutCertificate?: boolean;
}

/** An authority that stamps. */
export function timestampAuthority(
  more: Partial<TimestampSigner> & { readonly leafWanted?: Partial<Wanted> } = {},
): TimestampSigner {
  const root = more.root ?? authority("timestamp root");
  const leaf = certificate({
    name: "timestamps",
    by: root,
    isAuthority: false,
    usage: [0],
    purposes: [timeStamping],
    ...more.leafWanted,
  });
  return { root, leaf, ...more };
}

const attribute = (type: string, value: Buffer): Buffer => sequence(oid(type), set(value));
/** Issuer and serial number, as CMS names a certificate. */
function identifierOf({ der: bytes }: TestCertificate): Buffer {
  const [, serial, , issuer] = ASN1Obj.parseBuffer(Buffer.from(bytes)).subs[0]!.subs;
  return sequence(issuer!.toDER(), serial!.toDER());
}

const digest = (bytes: Buffer): Buffer => createHash("sha256").update(bytes).digest();

/** Answers a TimeStampReq with a TimeStampResp, DER. */
export function answerQuery(query: Buffer, signer: TimestampSigner): Buffer {
  const request = ASN1Obj.parseBuffer(Buffer.from(query));
  const imprint = request.subs[1]!.subs[1]!.value;
  const nonce = request.subs.slice(2).find(({ tag }) => tag.isInteger())?.value;
  return stampOf(imprint, { signer, nonce });
}

/** A TimeStampResp about an imprint. */
export function stampOf(
  imprint: Buffer,
  { signer, nonce }: { readonly signer: TimestampSigner; readonly nonce?: Buffer },
): Buffer {
  const { leaf, at = new Date(), named = leaf } = signer;
  const info = sequence(
    integer(1),
    oid("1.2.3.4"),
    sequence(sequence(oid(sha256)), octets(signer.imprint?.(imprint) ?? imprint)),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    time(at),
    ...(nonce === undefined ? [] : [der(0x02, signer.nonce?.(nonce) ?? nonce)]),
  );
  const attributes = [
    attribute("1.2.840.113549.1.9.3", oid(signer.contentType ?? timestampInfoType)),
    attribute("1.2.840.113549.1.9.4", octets(digest(info))),
    attribute(
      "1.2.840.113549.1.9.16.2.47",
      sequence(sequence(sequence(octets(digest(named.der))))),
    ),
  ];
  const signed = set(...attributes);
  const isRsa = leaf.keys.privateKey.asymmetricKeyType === "rsa";
  const signature = sign("sha256", signed, leaf.keys.privateKey);
  const signerInfo = sequence(
    integer(1),
    identifierOf(leaf),
    sequence(oid(sha256)),
    der(0xa0, ...attributes),
    sequence(oid(isRsa ? "1.2.840.113549.1.1.1" : "1.2.840.10045.4.3.2")),
    octets(signer.signature?.(signature) ?? signature),
  );
  const signedData = sequence(
    integer(3),
    set(sequence(oid(sha256))),
    sequence(oid(timestampInfoType), der(0xa0, octets(signer.info?.(info) ?? info))),
    ...(signer.withoutCertificate === true ? [] : [der(0xa0, leaf.der)]),
    set(signerInfo),
  );
  return sequence(
    sequence(integer(signer.status ?? 0)),
    sequence(oid(signedDataType), der(0xa0, signedData)),
  );
}
