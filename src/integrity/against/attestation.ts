import { z } from "zod";
import { readBundle, firstIssue, type Bundle } from "../oms/bundle.ts";
import { inTotoType } from "../oms/dsse.ts";
import { earlyType, readStatement, signatureType, statementType } from "../oms/statement.ts";
import { parseStrictJson, strictBase64 } from "../strict-json.ts";
import { readSigner } from "../trust/signer.ts";
import { readGivenRecord } from "./files.ts";
import {
  filesOf,
  hexOf,
  invalidRecord,
  recordOf,
  type ModelRecord,
  type ReaderContext,
  type RecordedFile,
  type RecordNote,
  type RecordReader,
} from "./record.ts";

const maxBytes = 512 * 1024 * 1024;
const maxLines = 1_000;

/** Digests that a subject may have, the strongest first (in-toto, digest_set.md), and hex digits. */
const algorithms = [
  ["sha256", 64],
  ["sha512", 128],
  ["sha384", 96],
  ["blake2b", 128],
  ["blake3", 64],
  ["sha1", 40],
  ["md5", 32],
] as const;

const Statement = z.object({
  _type: z.enum([statementType, "https://in-toto.io/Statement/v0.1"]),
  subject: z
    .array(
      z.object({
        name: z.string().max(8192).optional(),
        digest: z.record(z.string().max(64), z.string().max(256)),
      }),
    )
    .min(1),
  predicateType: z.string().max(2048),
});
const Envelope = z.object({
  payload: z.string(),
  payloadType: z.string(),
  signatures: z.array(z.object({ sig: z.string(), keyid: z.string().nullish() })).max(64),
});

/** What a document holds: a payload, with its signatures where it is signed. */
interface Held {
  readonly payload: Buffer;
  /** One for each signature; any of them may be that of who is trusted. */
  readonly bundles: readonly Bundle[];
}

function bytesOf(text: string): Buffer | undefined {
  // DSSE allows the alphabet of URLs as well.
  return strictBase64(text.replaceAll("-", "+").replaceAll("_", "/"));
}

function heldIn(bytes: Buffer, source: string): Held {
  const json = parseStrictJson(bytes);
  if (!json.ok) throw invalidRecord(source, json.message);
  const { value } = json;
  const shape = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (shape["mediaType"] !== undefined && shape["dsseEnvelope"] !== undefined) {
    const reading = readBundle(bytes);
    if (!reading.ok) throw invalidRecord(source, `it is no bundle: ${reading.message}`);
    return { payload: reading.bundle.payload, bundles: [reading.bundle] };
  }
  if (shape["payload"] === undefined) return { payload: bytes, bundles: [] };
  const envelope = Envelope.safeParse(value);
  if (!envelope.success) throw invalidRecord(source, firstIssue(envelope.error));
  const { payload, payloadType, signatures } = envelope.data;
  const decoded = bytesOf(payload);
  if (decoded === undefined || payloadType !== inTotoType)
    throw invalidRecord(source, `it is no envelope of ${inTotoType}`);
  const bundles = signatures.flatMap(({ sig }): readonly Bundle[] => {
    const signature = bytesOf(sig);
    if (signature === undefined || signature.length === 0) return [];
    return [{ material: { kind: "key" }, payload: decoded, signature, json: value }];
  });
  return { payload: decoded, bundles };
}

/** What kind of statement a payload is. */
function predicateOf(payload: Buffer): unknown {
  const json = parseStrictJson(payload);
  return json.ok ? (json.value as { predicateType?: unknown } | null)?.predicateType : undefined;
}

/** Whether somebody who is trusted stands behind a record. */
type Standing = Pick<ModelRecord, "isVouched" | "isRefused"> & {
  readonly notes: readonly RecordNote[];
};

async function standingOf(
  { bundles }: Held,
  source: string,
  { trust, at }: ReaderContext,
): Promise<Standing> {
  const weak = (why: string): Standing => ({
    isVouched: false,
    notes: [{ kind: "weak-evidence", message: `${source} ${why}` }],
  });
  if (bundles.length === 0) return weak("is not signed: whoever can write it decides what it says");
  const fitting = bundles.filter(({ material }) =>
    trust.some(({ kind }) => kind === material.kind),
  );
  if (fitting.length === 0)
    return weak(
      "is signed, and its signature was not verified: nobody is trusted who may have made it",
    );
  let notes: readonly RecordNote[] = [];
  for (const bundle of fitting) {
    const who = await readSigner(bundle, { trust, at });
    if (!who.ok) notes = [{ kind: who.kind, message: who.message }];
    else if (who.variants.includes("early-encoding") && predicateOf(bundle.payload) !== earlyType) {
      const message = "it is signed over an encoding that its predicate does not have";
      notes = [{ kind: "malformed", message }];
    } else return { isVouched: true, notes: [] };
  }
  return { isVouched: false, isRefused: true, notes };
}

function fileOf(digest: Readonly<Record<string, string>>): RecordedFile | undefined {
  for (const [algorithm, digits] of algorithms) {
    const hex = hexOf(digest[algorithm], digits);
    if (hex !== undefined) return { algorithm, digest: hex };
  }
  const git = digest["gitBlob"];
  const [sha1, sha256] = [hexOf(git, 40), hexOf(git, 64)];
  if (sha1 !== undefined) return { algorithm: "git-sha1", digest: sha1 };
  return sha256 === undefined ? undefined : { algorithm: "git-sha256", digest: sha256 };
}

function subjectsOf(payload: Buffer, source: string): Pick<ModelRecord, "files" | "notes"> {
  const json = parseStrictJson(payload);
  if (!json.ok) throw invalidRecord(source, `the statement: ${json.message}`);
  const statement = Statement.safeParse(json.value);
  if (!statement.success)
    throw invalidRecord(source, `it is no statement of in-toto: ${firstIssue(statement.error)}`);
  const notes: RecordNote[] = [];
  const entries: (readonly [string, RecordedFile])[] = [];
  for (const [at, { name = "", digest }] of statement.data.subject.entries()) {
    const file = fileOf(digest);
    const named = name === "" ? `subject ${at + 1}` : name;
    if (file !== undefined) entries.push([named, file]);
    else {
      const message = `${source} has no digest of it that can be computed`;
      notes.push({ kind: "no-evidence", path: named, message });
    }
  }
  return { files: filesOf(source, entries), notes };
}

async function readOne(
  bytes: Buffer,
  source: string,
  context: ReaderContext,
): Promise<ModelRecord> {
  const held = heldIn(bytes, source);
  const standing = await standingOf(held, source, context);
  if (standing.isRefused === true) return recordOf({ source, ...standing });
  const predicate = predicateOf(held.payload);
  if (predicate === signatureType || predicate === earlyType) {
    const reading = readStatement(held.payload);
    if (!reading.ok) throw invalidRecord(source, reading.message);
    return recordOf({ source, ...standing, signed: reading.signed, scope: "whole" });
  }
  const { files, notes } = subjectsOf(held.payload, source);
  return recordOf({
    source,
    ...standing,
    files,
    mayNameWhole: true,
    notes: [...standing.notes, ...notes],
  });
}

/** Reads statements of in-toto, signed or not: one in a file, or one on each line. */
export const readAttestations: RecordReader = async (file, context) => {
  const bytes = readGivenRecord(file, maxBytes);
  if (!file.endsWith(".jsonl")) return [await readOne(bytes, file, context)];
  const lines = bytes.toString("utf8").split("\n");
  const records: ModelRecord[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") continue;
    if (records.length >= maxLines) throw invalidRecord(file, `more than ${maxLines} statements`);
    records.push(await readOne(Buffer.from(line), `${file}:${at + 1}`, context));
  }
  if (records.length === 0) throw invalidRecord(file, "there is no statement in it");
  return records;
};
