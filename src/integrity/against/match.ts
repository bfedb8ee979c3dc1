import { basename } from "node:path";
import type { DigestType } from "../model/hash-range.ts";
import { gitPaths, type Listing, type ModelFile } from "../model/list.ts";
import type { ModelRecord, RecordedFile } from "./record.ts";

/** A file on record and the one of the model that it is of. */
export interface Pair {
  /** As the record has it. */
  readonly name: string;
  readonly recorded: RecordedFile;
  readonly file?: ModelFile;
}

/** A record beside the files of a model. */
export interface Matched {
  readonly record: ModelRecord;
  readonly pairs: readonly Pair[];
  /** Several files on record have the name of the one file that the model is. */
  readonly isUnclear: boolean;
}

/** True for what Git keeps at the top: it is no part of a model. */
export function isGitPath(name: string): boolean {
  return gitPaths.some((path) => name === path || name.startsWith(`${path}/`));
}

/** True where a name is one of the paths or lies below one of them. */
export function isBelow(name: string, paths: readonly string[]): boolean {
  return paths.some((path) => name === path || name.startsWith(`${path}/`));
}

/** A name as a listing has it: records are made from beside the model as well as from within. */
function plainName(name: string, { name: model, isFile }: Listing): string {
  const plain = name.replace(/^(?:\.\/)+/, "");
  return !isFile && plain.startsWith(`${model}/`) ? plain.slice(model.length + 1) : plain;
}

/** For a model of one file: the file on record that is meant. */
function pairOfFile(record: ModelRecord, file: ModelFile): Omit<Matched, "record"> {
  const entries = [...record.files];
  const exact = record.files.get(file.name);
  if (exact !== undefined)
    return { pairs: [{ name: file.name, recorded: exact, file }], isUnclear: false };
  const named = entries.filter(([name]) => basename(name) === file.name);
  const [only, ...others] = named.length > 0 ? named : entries;
  if (only === undefined) return { pairs: [], isUnclear: false };
  const isSame = others.every(([, { digest }]) => digest === only[1].digest);
  if (isSame) return { pairs: [{ name: only[0], recorded: only[1], file }], isUnclear: false };
  return { pairs: [], isUnclear: named.length > 0 };
}

/** Finds the file of the model for each file on record. */
export function matchRecord(
  record: ModelRecord,
  listing: Listing,
  ignore: readonly string[],
): Matched {
  const [file] = listing.files;
  if (listing.isFile)
    return file === undefined
      ? { record, pairs: [], isUnclear: false }
      : { record, ...pairOfFile(record, file) };
  const present = new Map(listing.files.map((each) => [each.name, each]));
  const pairs: Pair[] = [];
  for (const [name, recorded] of record.files) {
    const plain = plainName(name, listing);
    const found = present.get(name) ?? present.get(plain);
    const isAside = isBelow(plain, ignore) || (found === undefined && isGitPath(plain));
    if (!isAside) pairs.push({ name: found?.name ?? plain, recorded, file: found });
  }
  return { record, pairs, isUnclear: false };
}

/** True where sizes tell already that a file is another one. */
export function hasOtherSize({ file, recorded }: Pair): boolean {
  const isFixed = recorded.size !== undefined && recorded.otherwise !== "md5-unix-text";
  return file !== undefined && isFixed && recorded.size !== file.size;
}

/** The functions that a file on record may be hashed with. */
export function typesOf({ algorithm, otherwise }: RecordedFile): readonly DigestType[] {
  return otherwise === undefined ? [algorithm] : [algorithm, otherwise];
}

/** What has to be known of every file, so that records can be compared. */
export function wantedBy(
  all: readonly Matched[],
  { files, isFile }: Listing,
): ReadonlyMap<string, readonly DigestType[]> {
  const wanted = new Map<string, Set<DigestType>>(files.map(({ file }) => [file, new Set()]));
  const want = (file: ModelFile, types: readonly DigestType[]): void => {
    for (const type of types) wanted.get(file.file)?.add(type);
  };
  const wantAll = (types: readonly DigestType[]): void => {
    for (const file of files) want(file, types);
  };
  for (const { record, pairs } of all) {
    for (const pair of pairs) {
      if (pair.file === undefined) {
        // It may be the model as a whole.
        if (record.mayNameWhole === true) wantAll(["sha256"]);
      } else if (!hasOtherSize(pair)) want(pair.file, typesOf(pair.recorded));
    }
    if (isFile && record.mayNameWhole === true) wantAll(["sha256"]);
    if (record.roots.length > 0) wantAll(["sha256"]);
    for (const each of record.unnamed) {
      wantAll(typesOf(each));
      if (each.mayBeRoot) wantAll(["sha256"]);
    }
    for (const { prefix, algorithms } of record.totals)
      for (const file of files) if (file.name.startsWith(prefix)) want(file, algorithms);
    if (record.signed?.serialization.method === "files")
      wantAll([record.signed.serialization.hashType]);
  }
  return new Map([...wanted].map(([file, types]) => [file, [...types]]));
}
