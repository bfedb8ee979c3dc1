// What can be wrong with a ZIP file, and where problems are gathered.

/** A way in which a ZIP file contradicts itself or its readers. */
export type ZipProblemKind =
  /** Local header and directory name a member differently: CVE-2025-1944. */
  | "name-differs"
  /** Its name is no text: Python's zipfile opens nothing of the file. */
  | "name-broken"
  /** General-purpose flags of local header and directory differ. */
  | "flags-differ"
  /** It claims to be encrypted or patched: CVE-2025-1945. */
  | "flag-encrypted"
  /** Sizes differ, or data unpack to another size. */
  | "size-differs"
  | "method-differs"
  /** Checksums of local header and directory differ. */
  | "crc-differs"
  /** The data have another checksum: CVE-2025-10156. Only `checkMember` can tell. */
  | "crc-wrong"
  /** The data cannot be unpacked. Only `checkMember` can tell. */
  | "unreadable"
  /** Bytes belong to two members, or to a member and the directory. */
  | "overlap"
  /** A local header that no directory lists. */
  | "only-local"
  /** The directory lists it, and there is no local header. */
  | "only-central"
  | "duplicate-name"
  /** An absolute name, or one with `..`, a backslash, a drive or a NUL. */
  | "path-escapes"
  | "link"
  /** Its name is that of a folder, and it has data. */
  | "folder-with-data"
  /** It claims a version of ZIP that Python's zipfile refuses. */
  | "version-unknown"
  /** An extra field that Python's zipfile refuses. */
  | "extra-broken"
  | "prepended"
  | "appended"
  /** Several records say that they are the end of the archive. */
  | "several-ends"
  /** Readers find different directories. */
  | "directories-differ"
  /** The number of members is another than the one that was written down. */
  | "counts-differ"
  /** It claims to be one of several files: Python or PyTorch refuses it. */
  | "several-parts"
  | "no-directory"
  | "truncated"
  /** Something was not looked at, since there is too much of it. */
  | "limit";

/** Something wrong with a ZIP file or one of its members. */
export interface ZipProblem {
  readonly kind: ZipProblemKind;
  /** The member's name, where it is about one. */
  readonly member?: string;
  readonly detail: string;
}

/** How much of a hostile ZIP file is looked at. */
export interface ZipLimits {
  /** Members, of all directories and of none. */
  readonly members: number;
  /** Bytes of all directories. */
  readonly directoryBytes: number;
  /** Bytes outside all members that are searched for local headers. */
  readonly searchedBytes: number;
  /** Problems of one kind that are told apart. */
  readonly problemsOfAKind: number;
}

export const zipLimits: ZipLimits = {
  members: 100_000,
  directoryBytes: 64 * 1024 * 1024,
  searchedBytes: 64 * 1024 * 1024,
  problemsOfAKind: 100,
};

/** Where problems are gathered. */
export interface ZipProblems {
  readonly list: readonly ZipProblem[];
  readonly add: (problem: ZipProblem) => void;
}

/** A list of problems in which no kind can drown another. */
export function gatherProblems(ofAKind: number): ZipProblems {
  const list: ZipProblem[] = [];
  const counts = new Map<ZipProblemKind, number>();
  function add(problem: ZipProblem): void {
    const count = (counts.get(problem.kind) ?? 0) + 1;
    counts.set(problem.kind, count);
    if (count <= ofAKind) list.push(problem);
    if (count === ofAKind + 1)
      list.push({ kind: "limit", detail: `more than ${ofAKind} problems "${problem.kind}"` });
  }
  return { list, add };
}
