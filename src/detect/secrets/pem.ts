import type { SecretKind } from "./kind.ts";
import { privateKeyKinds } from "./kinds.ts";
import type { Matcher } from "./secret.ts";

/** A block is read up to here: an RSA key of 16,384 bits has 12,500 characters. */
const maxBlock = 24_000;
/** The shortest key there is: Ed25519 in PKCS #8, 48 bytes. */
const minBody = 60;

const kindsByLabel: readonly (readonly [RegExp, SecretKind])[] = [
  [/^RSA $/, privateKeyKinds.rsa],
  [/^EC $/, privateKeyKinds.ec],
  [/^DSA $/, privateKeyKinds.dsa],
  [/^OPENSSH $/, privateKeyKinds.openssh],
  [/^ENCRYPTED $/, privateKeyKinds.encrypted],
  [/^PGP $/, privateKeyKinds.pgp],
  [/^SSH2 ENCRYPTED $/, privateKeyKinds.ssh2],
  [/^$/, privateKeyKinds.pkcs8],
];

/** What surrounds the lines of a block in source code, in JSON, in YAML and in comments. */
const wrapping = /\\[nrt]|\\\\n|&#10;|["'`]\s{0,20}\+|\s|["'`,|#;*()]|\\|\/\//g;

/** True for a DER sequence that is as long as it says, give or take the padding (X.690, 8.1). */
function isSequence(bytes: Buffer): boolean {
  if (bytes[0] !== 0x30 || bytes.length < 16) return false;
  const first = bytes[1]!;
  if (first < 0x80) return Math.abs(bytes.length - 2 - first) <= 2;
  const count = first & 0x7f;
  if (count < 1 || count > 3) return false;
  let length = 0;
  for (let at = 0; at < count; at++) length = length * 256 + bytes[2 + at]!;
  return Math.abs(bytes.length - 2 - count - length) <= 2;
}

/** What the first bytes of a key of this kind are; undefined where nothing is known of them. */
function fits(kind: SecretKind, body: string): boolean | undefined {
  const bytes = Buffer.from(body, "base64");
  if (kind === privateKeyKinds.openssh) return bytes.toString("latin1", 0, 14) === "openssh-key-v1";
  if (kind === privateKeyKinds.pgp) return (bytes[0]! & 0x80) !== 0;
  if (kind === privateKeyKinds.ssh2) return bytes.readUInt32BE(0) === 0x3f6ff9eb;
  return kind === privateKeyKinds.other ? undefined : isSequence(bytes);
}

/** `-----BEGIN … PRIVATE KEY-----`, found by its last words. */
export const matchPem: Matcher = (text, at, on) => {
  const head = /-----BEGIN ([A-Z0-9 ]{0,20})$/.exec(text.slice(Math.max(0, at - 40), at));
  if (head === null) return 0;
  const begin = at - head[0].length;
  const label = head[1] ?? "";
  const after = /^PRIVATE KEY(?: BLOCK)?-----/.exec(text.slice(at, at + 24))?.[0];
  if (after === undefined) return 0;
  const from = at + after.length;
  const block = text.slice(from, from + maxBlock);
  const ending = block.search(/-----END|-----BEGIN/);
  const inside = ending < 0 ? block : block.slice(0, ending);
  const reach = from + inside.length;
  const isEncryptedBlock = /Proc-Type: ?4,ENCRYPTED/.test(inside);
  const plain = inside
    .replace(/(?:Proc-Type|DEK-Info|Version|Comment|Subject|Charset|Hash)[:=][^\n\\]{0,200}/g, " ")
    .replace(wrapping, "");
  const body = /^[A-Za-z0-9+/]*={0,2}/.exec(plain)?.[0] ?? "";
  if (body.length < minBody || new Set(body.slice(0, 200)).size < 16) return reach;
  const kind = kindsByLabel.find(([pattern]) => pattern.test(label))?.[1] ?? privateKeyKinds.other;
  const isVerified = isEncryptedBlock ? undefined : fits(kind, body);
  // A body that is no key at all is how documentation shows one.
  if (isVerified === false && body.length < 300) return reach;
  const bodyEnd = from + (ending < 0 ? lastOf(block) : ending);
  const end =
    ending >= 0 && block.startsWith("-----END", ending) ? tailEnd(text, bodyEnd) : bodyEnd;
  const around = text.slice(Math.max(0, begin - 1_500), begin) + text.slice(end, end + 1_500);
  const isGoogle = around.includes("service_account") && around.includes("client_email");
  on(
    {
      kind: isGoogle ? privateKeyKinds.google : isEncryptedBlock ? privateKeyKinds.encrypted : kind,
      start: begin,
      end,
      value: { start: from, end: bodyEnd },
      confidence: isVerified === false ? "low" : "high",
      isVerified,
    },
    0,
  );
  return reach;
};

/** Where a block ends that has no end line: after its last line of base64. */
function lastOf(block: string): number {
  const other = /[^A-Za-z0-9+/=\s\\"'`,|#;*]/.exec(block);
  return other?.index ?? block.length;
}

function tailEnd(text: string, from: number): number {
  const tail = /^-----END [A-Z0-9 ]{0,40}-----/.exec(text.slice(from, from + 60));
  return from + (tail?.[0].length ?? 0);
}

const privateLines = /Private-Lines: \d{1,4}[\s\\rn]{1,8}([A-Za-z0-9+/=\s\\]{40,20000})/y;

/** `PuTTY-User-Key-File-3: ssh-ed25519` and its private lines. */
export const matchPutty: Matcher = (text, at, on) => {
  const block = text.slice(at, at + maxBlock);
  privateLines.lastIndex = Math.max(0, block.indexOf("Private-Lines: "));
  const body = privateLines.exec(block)?.[1];
  if (body === undefined) return 0;
  const start = at + privateLines.lastIndex - body.length;
  const value = { start, end: start + body.trimEnd().length };
  on({ kind: privateKeyKinds.putty, start: at, end: value.end, value, confidence: "high" }, 0);
  return value.end;
};
