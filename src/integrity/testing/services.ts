// Sigstore on this machine: Fulcio with a certificate transparency log, Rekor, and a timestamp
// authority, as servers of HTTP that speak what the real ones speak, and a trusted root for them.
import {
  createHash,
  createPublicKey,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { ASN1Obj } from "@sigstore/core";
import { onTestFinished } from "vitest";
import {
  authority,
  certificate,
  ecPair,
  type KeyPair,
  type TestCertificate,
} from "./certificates.ts";
import { boolean, der, octets, oid, sequence, utf8 } from "./der.ts";
import { answerQuery, timestampAuthority, type TimestampSigner } from "./timestamps.ts";

/** What one of the services does wrong. */
export interface Faults {
  readonly ctKey?: KeyPair;
  readonly entry?: (entry: Record<string, unknown>) => unknown;
  readonly checkpoint?: (note: string) => string;
  readonly status?: number;
  readonly answer?: (answer: Buffer) => Buffer;
  readonly signer?: TimestampSigner;
}

/** Addresses of the services, and the root that trusts them. */
export interface Services {
  readonly fulcio: string;
  readonly rekor: string;
  readonly timestamps: string;
  readonly trustedRoot: string;
  readonly timestampRoot: TestCertificate;
  /** Bodies of requests, by path. */
  readonly asked: readonly { readonly path: string; readonly body: Buffer }[];
}

const sha256 = (bytes: Buffer | string): Buffer => createHash("sha256").update(bytes).digest();
const spki = (key: KeyObject): Buffer => key.export({ type: "spki", format: "der" });

function read(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => resolve(Buffer.concat(parts)));
  });
}

function number(value: number | bigint, bytes: number): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64BE(BigInt(value));
  return buffer.subarray(8 - bytes);
}

/** A certificate timestamp (RFC 6962, section 3.2) over a certificate without it, as an extension. */
function certificateTimestamp(
  body: Buffer,
  { ct, issuer }: { readonly ct: KeyPair; readonly issuer: KeyObject },
): Buffer {
  const time = number(Date.now(), 8);
  const signed = Buffer.concat([
    Buffer.from([0, 0]),
    time,
    number(1, 2),
    sha256(spki(issuer)),
    number(body.length, 3),
    body,
    number(0, 2),
  ]);
  const signature = sign("sha256", signed, ct.privateKey);
  const one = Buffer.concat([
    Buffer.from([0]),
    sha256(spki(ct.publicKey)),
    time,
    number(0, 2),
    Buffer.from([4, 3]),
    number(signature.length, 2),
    signature,
  ]);
  const list = Buffer.concat([number(one.length, 2), one]);
  return octets(Buffer.concat([number(list.length, 2), list]));
}

const timestampExtension = "1.3.6.1.4.1.11129.2.4.2";

/** The key of a certificate signing request (RFC 2986), PEM in base64. */
function keyOfRequest(text: string): KeyObject {
  const body = Buffer.from(text, "base64")
    .toString()
    .replaceAll(/-----[A-Z ]+-----|\s/g, "");
  const request = ASN1Obj.parseBuffer(Buffer.from(body, "base64"));
  const spkiOf = request.subs[0]!.subs[2]!.toDER();
  return createPublicKey({ key: spkiOf, format: "der", type: "spki" });
}

/** Fulcio: checks who asks and that the key is theirs, and certifies it for ten minutes. */
function fulcioAnswer(
  body: Buffer,
  {
    ca,
    ct,
    bearer,
  }: { readonly ca: TestCertificate; readonly ct: KeyPair; readonly bearer: string },
): string {
  const { credentials, publicKeyRequest, certificateSigningRequest } = JSON.parse(
    body.toString(),
  ) as {
    credentials?: { oidcIdentityToken: string };
    publicKeyRequest?: { publicKey: { content: string }; proofOfPossession: string };
    certificateSigningRequest?: string;
  };
  const given = credentials?.oidcIdentityToken ?? bearer;
  const [, middle = ""] = given.split(".");
  const claims = JSON.parse(Buffer.from(middle, "base64url").toString()) as {
    iss: string;
    sub: string;
    email?: string;
  };
  const publicKey =
    publicKeyRequest === undefined
      ? keyOfRequest(certificateSigningRequest ?? "")
      : createPublicKey(publicKeyRequest.publicKey.content);
  if (publicKeyRequest !== undefined) {
    const proof = Buffer.from(publicKeyRequest.proofOfPossession, "base64");
    const subject = Buffer.from(claims.email ?? claims.sub);
    if (!verify("sha256", subject, publicKey, proof)) throw new Error("no possession");
  }
  const name =
    claims.email === undefined
      ? der(0x86, Buffer.from(claims.sub))
      : der(0x81, Buffer.from(claims.email));
  const leaf = certificate({
    name: "",
    by: ca,
    keys: { publicKey, privateKey: ca.keys.privateKey },
    notBefore: new Date(Date.now() - 1000),
    notAfter: new Date(Date.now() + 600_000),
    usage: [0],
    purposes: ["1.3.6.1.5.5.7.3.3"],
    more: [
      sequence(oid("2.5.29.17"), boolean(true), octets(sequence(name))),
      // The issuer, as certificates of Fulcio had it first, and as they have it now.
      sequence(oid("1.3.6.1.4.1.57264.1.1"), octets(Buffer.from(claims.iss))),
      sequence(oid("1.3.6.1.4.1.57264.1.8"), octets(utf8(claims.iss))),
    ],
    late: (unstamped) =>
      sequence(
        oid(timestampExtension),
        octets(certificateTimestamp(unstamped, { ct, issuer: ca.keys.publicKey })),
      ),
  });
  return JSON.stringify({
    signedCertificateEmbeddedSct: { chain: { certificates: [leaf.pem, ca.pem] } },
  });
}

/** JSON with names in order and nothing between (RFC 8785, for what is in it here). */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(",")}}`;
}

/** Rekor: a log of two entries, the other one being somebody else's. */
function rekorAnswer(
  body: Buffer,
  {
    keys,
    origin,
    faults,
  }: { readonly keys: KeyPair; readonly origin: string; readonly faults: Faults },
): string {
  const { spec } = JSON.parse(body.toString()) as {
    spec: { proposedContent: { envelope: string; verifiers: string[] } };
  };
  const envelope = JSON.parse(spec.proposedContent.envelope) as {
    payload: string;
    signatures: { sig: string }[];
  };
  const digestOf = (bytes: Buffer | string): object => ({
    algorithm: "sha256",
    value: sha256(bytes).toString("hex"),
  });
  const entry = {
    apiVersion: "0.0.1",
    kind: "dsse",
    spec: {
      envelopeHash: digestOf(spec.proposedContent.envelope),
      payloadHash: digestOf(Buffer.from(envelope.payload, "base64")),
      signatures: [
        { signature: envelope.signatures[0]!.sig, verifier: spec.proposedContent.verifiers[0] },
      ],
    },
  };
  const made = Buffer.from(canonical(faults.entry?.(entry) ?? entry));
  const leaf = sha256(Buffer.concat([Buffer.from([0]), made]));
  const other = sha256(Buffer.concat([Buffer.from([0]), randomBytes(20)]));
  const root = sha256(Buffer.concat([Buffer.from([1]), other, leaf]));
  const logId = sha256(spki(keys.publicKey));
  const note = `${origin} - 1\n2\n${root.toString("base64")}\n`;
  const signed = sign("sha256", Buffer.from(note), keys.privateKey);
  const mark = Buffer.concat([logId.subarray(0, 4), signed]).toString("base64");
  const checkpoint = `${note}\n\u2014 ${origin} ${mark}\n`;
  const about = {
    body: made.toString("base64"),
    integratedTime: Math.floor(Date.now() / 1000),
    logID: logId.toString("hex"),
    logIndex: 1,
  };
  const promise = sign("sha256", Buffer.from(canonical(about)), keys.privateKey);
  return JSON.stringify({
    [randomBytes(32).toString("hex")]: {
      ...about,
      verification: {
        signedEntryTimestamp: promise.toString("base64"),
        inclusionProof: {
          checkpoint: faults.checkpoint?.(checkpoint) ?? checkpoint,
          hashes: [other.toString("hex")],
          logIndex: 1,
          rootHash: root.toString("hex"),
          treeSize: 2,
        },
      },
    },
  });
}

/** Starts the services for one test. */
export async function startServices(faults: Faults = {}): Promise<Services> {
  const ca = authority("fulcio", { keys: ecPair("P-256"), usage: [5] });
  const [ct, log] = [ecPair(), ecPair()];
  const stamps = faults.signer ?? timestampAuthority();
  const asked: { path: string; body: Buffer }[] = [];
  let origin = "";
  const answerTo = (path: string, body: Buffer, bearer: string): readonly [number, Buffer] => {
    if (path === "/api/v2/signingCert")
      return [201, Buffer.from(fulcioAnswer(body, { ca, ct: faults.ctKey ?? ct, bearer }))];
    if (path === "/api/v1/log/entries")
      return [201, Buffer.from(rekorAnswer(body, { keys: log, origin, faults }))];
    // Clients ask how somebody logs in even where they have a token.
    const base = `http://${origin}`;
    const login = { issuer: base, authorization_endpoint: base, token_endpoint: base };
    if (path.startsWith("/.well-known/")) return [200, Buffer.from(JSON.stringify(login))];
    return [200, answerQuery(body, stamps)];
  };
  const server = createServer((request, response) => {
    const reply = async (): Promise<void> => {
      const body = await read(request);
      const path = request.url ?? "";
      asked.push({ path, body });
      try {
        const [status, answer] = answerTo(path, body, request.headers.authorization ?? "");
        response.writeHead(faults.status ?? status);
        response.end(faults.answer?.(answer) ?? answer);
      } catch (error) {
        response.writeHead(400).end(String(error));
      }
    };
    void reply();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  origin = `127.0.0.1:${port}`;
  const base = `http://${origin}`;
  const start = new Date(Date.now() - 3_600_000).toISOString();
  const key = (pair: KeyPair): object => ({
    baseUrl: base,
    hashAlgorithm: "SHA2_256",
    publicKey: {
      rawBytes: spki(pair.publicKey).toString("base64"),
      keyDetails: "PKIX_ECDSA_P256_SHA_256",
      validFor: { start },
    },
    logId: { keyId: sha256(spki(pair.publicKey)).toString("base64") },
  });
  const chain = (...certificates: readonly TestCertificate[]): object => ({
    subject: { organization: "test", commonName: "test" },
    uri: base,
    certChain: {
      certificates: certificates.map((each) => ({ rawBytes: each.der.toString("base64") })),
    },
    validFor: { start },
  });
  const trustedRoot = JSON.stringify({
    mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
    tlogs: [key(log)],
    ctlogs: [key(ct)],
    certificateAuthorities: [chain(ca)],
    timestampAuthorities: [chain(stamps.leaf, stamps.root)],
  });
  return {
    fulcio: base,
    rekor: base,
    timestamps: `${base}/timestamp`,
    trustedRoot,
    timestampRoot: stamps.root,
    asked,
  };
}

/** A token as a provider gives it; nobody looks at its signature here. */
export function identityToken(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const exp = Math.floor(Date.now() / 1000) + 600;
  return `${part({ alg: "none" })}.${part({ exp, aud: "sigstore", ...claims })}.c2ln`;
}
