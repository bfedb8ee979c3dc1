// What is kept while a file is searched for what it does, and how it is told.
import type { ByteSource } from "../formats/bytes/source.ts";
import type { ConfigBudget } from "./configs.ts";
import type { ListingLine, LoadPart } from "./listing.ts";
import type { OwnNames } from "./own-names.ts";
import type { SizeBeside } from "./places.ts";

/** Something that could not be read. */
export interface LoadProblem {
  readonly member: string;
  readonly message: string;
  readonly isLimit: boolean;
}

export interface LoadTrace {
  readonly parts: readonly LoadPart[];
  readonly problems: readonly LoadProblem[];
}

export interface LoadLimits {
  /** Bytes that are unpacked from one file, with those within it. */
  readonly maxUnpacked: number;
  /** Containers in one another. */
  readonly maxDepth: number;
  readonly maxParts: number;
  /** True where no time is left for this file. */
  readonly isLate?: () => boolean;
  /** As the file is called, for who calls it what it is not. */
  readonly path?: string;
  /** For models whose numbers lie beside them. */
  readonly sizeBeside?: SizeBeside;
  /** True where harmless programs are listed as well, for who wants to see what a file does. */
  readonly isExplained?: boolean;
  /** Names that the user vouches for. */
  readonly own?: OwnNames;
}

/** A search in one file, and what it has found so far. */
export interface Search {
  readonly limits: LoadLimits;
  readonly parts: LoadPart[];
  readonly problems: LoadProblem[];
  readonly configs: ConfigBudget;
  unpacked: number;
}

/** Something with bytes: the file, or what is in it. */
export interface Item {
  readonly source: ByteSource;
  readonly member: string;
  readonly depth: number;
  readonly isNested: boolean;
  /** True in an archive of TorchScript. */
  readonly isTorchScript?: boolean;
  /** True for bytes of which Numba makes a function again. */
  readonly isRebuilt?: boolean | undefined;
  /** True where only its beginning was unpacked. */
  readonly isCut?: boolean;
}

/** Notes what cannot be read. */
export function problem({ problems }: Search, { member }: Item, message: string): void {
  problems.push({ member, message, isLimit: false });
}

/** Notes what is not read, for there is too much of it. */
export function limit({ problems }: Search, { member }: Item, message: string): void {
  problems.push({ member, message, isLimit: true });
}

/** The name of what is in something. */
export function within({ member }: Item, name: string): string {
  return member === "" ? name : `${member}!${name}`;
}

/** Adds a listing. */
export function tell(
  { parts }: Search,
  { member, isNested }: Item,
  lines: readonly ListingLine[],
): void {
  parts.push({ member, lines, isNested });
}

/** What a file or a member is called. */
export function nameOf({ limits }: Search, { member }: Item): string {
  return member === "" ? (limits.path ?? "") : member;
}

/** True where no more members can be looked at; it is noted. */
export function isFull(search: Search, item: Item): boolean {
  const { maxParts, maxUnpacked, isLate } = search.limits;
  if (search.parts.length >= maxParts) limit(search, item, `more than ${maxParts} parts`);
  else if (search.unpacked >= maxUnpacked)
    limit(search, item, `more than ${maxUnpacked} bytes are packed in it`);
  else if (isLate?.() === true) limit(search, item, "it took too long");
  else return false;
  return true;
}
