import { z } from "zod";
import { firstIssue, readBundle, type Bundle } from "../oms/bundle.ts";
import { statementType } from "../oms/statement.ts";
import type { Resource, Serialization } from "../model/manifest.ts";
import type { DigestedModel } from "../sign.ts";
import { parseStrictJson } from "../strict-json.ts";

/** Types of what is attested (https://github.com/in-toto/attestation, spec/predicates). */
export const provenanceType = "https://slsa.dev/provenance/v1";
export const testResultType = "https://in-toto.io/attestation/test-result/v0.1";
export const verificationType = "https://in-toto.io/attestation/svr/v0.2";

/** One thing with its digests, as in-toto describes it. */
export interface ResourceDescriptor {
  readonly name?: string;
  readonly uri?: string;
  readonly digest?: Readonly<Record<string, string>>;
  readonly mediaType?: string;
  readonly annotations?: Readonly<Record<string, unknown>>;
}

/** An in-toto statement, version 1. */
export interface Statement {
  readonly subject: readonly ResourceDescriptor[];
  readonly predicateType: string;
  readonly predicate: Readonly<Record<string, unknown>>;
}

/** What tells the digest of a whole model from that of a file. */
const rootMark = "oms-root";

/** A model that something is said about. */
export interface SubjectModel {
  readonly name: string;
  /** The digest of the whole (OMS), hex. */
  readonly root: string;
  readonly isFile: boolean;
  readonly serialization: Pick<Serialization, "method" | "hashType">;
  readonly resources: readonly Resource[];
}

/** A model that was just hashed. */
export function hashedModel({ listing, manifest, root }: DigestedModel): SubjectModel {
  const { name, isFile } = listing;
  const { serialization, resources } = manifest;
  return { name, root, isFile, serialization, resources };
}

/** A model as a subject: its digest as a whole (OMS), then those of its files. */
export function subjectOf(model: SubjectModel): readonly ResourceDescriptor[] {
  const { name, root, isFile, serialization, resources } = model;
  const whole = { name, digest: { sha256: root }, annotations: { digest: rootMark } };
  const { method, hashType } = serialization;
  // in-toto has no name for BLAKE3, and a digest of a range is none of a file.
  if (method === "shards" || hashType === "blake3") return [whole];
  const prefix = isFile ? "" : `${name}/`;
  return [
    whole,
    ...resources.map((resource) => ({
      name: resource.name === "." ? name : `${prefix}${resource.name}`,
      digest: { [hashType]: resource.digest },
    })),
  ];
}

/** Writes a statement as the bytes that are signed. */
export function writeInToto({ subject, predicateType, predicate }: Statement): Buffer {
  return Buffer.from(JSON.stringify({ _type: statementType, subject, predicateType, predicate }));
}

const Descriptor = z.object({
  name: z.string().max(8192).optional(),
  uri: z.string().max(8192).optional(),
  digest: z.record(z.string(), z.string().max(1024)).optional(),
  mediaType: z.string().optional(),
  annotations: z.record(z.string(), z.unknown()).optional(),
});
const StatementSchema = z.object({
  _type: z.literal(statementType),
  subject: z.array(Descriptor).min(1),
  predicateType: z.string().min(1),
  predicate: z.record(z.string(), z.unknown()),
});

/** A statement with the signature over it, which nobody has verified yet. */
export interface SignedStatement extends Statement {
  readonly bundle: Bundle;
}

/** What a file says, or why it is no attestation. */
export type AttestationReading =
  | { readonly ok: true; readonly attestation: SignedStatement }
  | { readonly ok: false; readonly message: string };

/** Reads an attestation: a Sigstore bundle with an in-toto statement. Total. */
export function readAttestation(bytes: Buffer): AttestationReading {
  const reading = readBundle(bytes);
  if (!reading.ok) return reading;
  const { bundle } = reading;
  const json = parseStrictJson(bundle.payload);
  if (!json.ok) return { ok: false, message: `the payload: ${json.message}` };
  const statement = StatementSchema.safeParse(json.value);
  if (!statement.success)
    return { ok: false, message: `the payload: ${firstIssue(statement.error)}` };
  const { subject, predicateType, predicate } = statement.data;
  return { ok: true, attestation: { subject, predicateType, predicate, bundle } };
}

/** The digest of the whole model that a statement is about; undefined where it names none. */
export function rootIn({ subject }: Statement): string | undefined {
  const marked = subject.find(({ annotations }) => annotations?.["digest"] === rootMark);
  return (marked ?? (subject.length === 1 ? subject[0] : undefined))?.digest?.["sha256"];
}
