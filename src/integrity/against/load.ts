import { existsSync } from "node:fs";
import { basename } from "node:path";
import { messageOf, PaviseError } from "../../core/index.ts";
import type { ModelRecord, ReaderContext, RecordReader } from "./record.ts";

/** Each kind of record is loaded when one of it is asked for. */
const readers = {
  attestation: async () => (await import("./attestation.ts")).readAttestations,
  mlflow: async () => (await import("./mlflow.ts")).readMlflow,
  hf: async () => (await import("./hub.ts")).readHub,
  oci: async () => (await import("./oci.ts")).readOci,
  lfs: async () => (await import("./lfs.ts")).readLfs,
  dvc: async () => (await import("./dvc.ts")).readDvc,
  croissant: async () => (await import("./croissant.ts")).readCroissant,
  sha256sums: async () => (await import("./sums.ts")).readSums,
  sha256: async () => (await import("./sums.ts")).readDigest,
} satisfies Readonly<Record<string, () => Promise<RecordReader>>>;
type RecordKind = keyof typeof readers;

/** Every kind of record, for help and for tests. */
export const recordKinds = Object.keys(readers) as readonly RecordKind[];

function isKind(text: string): text is RecordKind {
  return Object.hasOwn(readers, text);
}

/** A record as it was asked for. */
export interface RecordName {
  readonly kind: RecordKind;
  readonly text: string;
}

/** What a file is by its name. */
function kindOfFile(file: string): RecordKind {
  const name = basename(file);
  if (/\.dvc$|^dvc\.lock$/.test(name)) return "dvc";
  if (/sums?(?:\.txt)?$|\.sha256$|\.sha256sum$/i.test(name)) return "sha256sums";
  if (/croissant.*\.json(?:ld)?$/i.test(name)) return "croissant";
  return "attestation";
}

/** Understands what `--against` says. Throws `usage`. */
export function recordNameOf(given: string): RecordName {
  const colon = given.indexOf(":");
  const kind = given.slice(0, Math.max(0, colon));
  const text = given.slice(colon + 1);
  if (isKind(kind) && text !== "") return { kind, text };
  if (given.startsWith("models:/")) return { kind: "mlflow", text: given };
  if (existsSync(given)) return { kind: kindOfFile(given), text: given };
  throw new PaviseError("usage", "--against: there is no such file, and no such kind of record", {
    hint: `A file of attestations or digests, or one of ${recordKinds.map((each) => `${each}:…`).join(", ")}.`,
  });
}

/** Records, and what kept others from being read. */
export interface LoadedRecords {
  readonly records: readonly ModelRecord[];
  readonly problems: readonly string[];
}

/**
 * Reads all records that were asked for. A server that cannot be asked is a problem, since what the
 * other records say still counts; everything else is thrown.
 */
export async function loadRecords(
  names: readonly RecordName[],
  context: ReaderContext,
): Promise<LoadedRecords> {
  const records: ModelRecord[] = [];
  const problems: string[] = [];
  for (const { kind, text } of names) {
    context.onRecord?.(kind);
    try {
      const read = await readers[kind]();
      records.push(...(await read(text, context)));
    } catch (error) {
      if (!(error instanceof PaviseError) || error.code !== "record-unreachable") throw error;
      problems.push(`${messageOf(error)}${error.hint === undefined ? "" : `. ${error.hint}`}`);
    }
  }
  return { records, problems };
}
