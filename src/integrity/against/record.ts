import { PaviseError } from "../../core/index.ts";
import type { Fact } from "../../checks/provenance/facts.ts";
import { byCodePoint } from "../model/list.ts";
import type { DigestType } from "../model/hash-range.ts";
import type { SignedModel } from "../oms/statement.ts";
import type { Trust } from "../trust/reading.ts";

/** Whether two files can be made that agree: MD5 and SHA-1, however Git guards it, are weak. */
export type Strength = "strong" | "weak";

/** What a record says of one file. */
export interface RecordedFile {
  readonly algorithm: DigestType;
  /** Hex, lower case. */
  readonly digest: string;
  /** Another function that the record may mean: texts without its name are not always clear. */
  readonly otherwise?: DigestType;
  /** Bytes. */
  readonly size?: number;
}

/** A digest of the whole, as `pavise digest` prints it. */
export interface RecordedRoot {
  readonly digest: string;
  /** Where it stands, in a few words. */
  readonly from: string;
}

/** A digest without the name of its file. */
export interface UnnamedDigest extends RecordedFile {
  /** What it is of, in a few words. */
  readonly from: string;
  /** True where the digest of the whole may be meant. */
  readonly mayBeRoot: boolean;
}

/** One digest over the digests of all files below a folder. */
export interface RecordedTotal {
  /** The folder within the model, with a `/` at its end; empty for the model itself. */
  readonly prefix: string;
  readonly digest: string;
  /** How files are hashed; each is tried. */
  readonly algorithms: readonly DigestType[];
  readonly of: (files: readonly { readonly name: string; readonly digest: string }[]) => string;
}

/** Something that a reader has to say of a record. */
export interface RecordNote {
  readonly kind: Fact["kind"];
  /** A name in the model; the model itself where it is not said. */
  readonly path?: string;
  readonly message: string;
}

/** What training or a registry recorded of a model. */
export interface ModelRecord {
  /** As it may be shown: without secrets. */
  readonly source: string;
  readonly files: ReadonlyMap<string, RecordedFile>;
  /** Each has to be that of the model. */
  readonly roots: readonly RecordedRoot[];
  readonly unnamed: readonly UnnamedDigest[];
  readonly totals: readonly RecordedTotal[];
  /** True where a name may be that of the model as a whole. */
  readonly mayNameWhole?: boolean;
  /** A manifest of OMS with its own rules for what is hashed and how. */
  readonly signed?: SignedModel;
  /**
   * `whole`: what it does not name does not belong to the model. `named`: it may leave files out.
   * `partial`: what it names need not be there either.
   */
  readonly scope: "whole" | "named" | "partial";
  /** Paths of the model that say nothing of it: what clients of a registry keep beside it. */
  readonly beside?: readonly string[];
  /** False where whoever can write the record, unseen, decides what it says. */
  readonly isVouched: boolean;
  /** What is refused: the record counts for nothing. */
  readonly isRefused?: boolean;
  readonly notes: readonly RecordNote[];
}

/** A record of which only some is known. */
export function recordOf(given: Partial<ModelRecord> & Pick<ModelRecord, "source">): ModelRecord {
  return {
    files: new Map(),
    roots: [],
    unnamed: [],
    totals: [],
    scope: "named",
    isVouched: true,
    notes: [],
    ...given,
  };
}

/** What readers of records are told. */
export interface ReaderContext {
  /** The model, as the user named it. */
  readonly model: string;
  readonly trust: readonly Trust[];
  readonly at: Date;
  readonly mlflowUri?: string;
  readonly hubEndpoint?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
  /** Told the kind of each record before it is read. */
  readonly onRecord?: (kind: string) => void;
}

/** Reads what is behind `kind:text`. */
export type RecordReader = (
  text: string,
  context: ReaderContext,
) => Promise<readonly ModelRecord[]>;

const weak: ReadonlySet<DigestType> = new Set(["md5", "md5-unix-text", "sha1", "git-sha1"]);

/** How much it counts that a digest agrees. */
export function strengthOf(algorithm: DigestType): Strength {
  return weak.has(algorithm) ? "weak" : "strong";
}

/** A digest function in words. */
export function algorithmName(algorithm: DigestType): string {
  if (algorithm === "git-sha1") return "Git's SHA-1";
  if (algorithm === "git-sha256") return "Git's SHA-256";
  if (algorithm === "md5-unix-text") return "MD5 with the line ends of Unix";
  return algorithm;
}

/** Fails for a record that cannot be read. */
export function invalidRecord(source: string, message: string, hint?: string): PaviseError {
  return new PaviseError("record-invalid", `${source}: ${message}`, {
    hint: hint ?? "The record is damaged, or it is of another kind than named.",
  });
}

/** Hex of so many digits, in lower case; undefined for anything else. */
export function hexOf(text: unknown, digits: number): string | undefined {
  if (typeof text !== "string" || text.length !== digits) return undefined;
  return /^[0-9a-f]+$/i.test(text) ? text.toLowerCase() : undefined;
}

/** Files by name, with a look for a name that is there twice and says two things. */
export function filesOf(
  source: string,
  entries: Iterable<readonly [name: string, file: RecordedFile]>,
): ReadonlyMap<string, RecordedFile> {
  const files = new Map<string, RecordedFile>();
  for (const [name, file] of entries) {
    const before = files.get(name);
    if (before !== undefined && before.digest !== file.digest)
      throw invalidRecord(source, `${JSON.stringify(name.slice(0, 200))} has two digests`);
    files.set(name, file);
  }
  return new Map([...files].sort(([a], [b]) => byCodePoint(a, b)));
}
