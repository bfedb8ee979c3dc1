import { resolve } from "node:path";
import { hashAll, type HashOptions, type SharedDigests } from "../model/hash-all.ts";
import type { Digests, DigestType } from "../model/hash-range.ts";
import { listModel, type Listing, type ModelFile } from "../model/list.ts";
import { rootDigest } from "../model/manifest.ts";
import { isGitPath, matchRecord, wantedBy, type Matched } from "./match.ts";
import type { ModelRecord } from "./record.ts";

/** How a model is compared with records. */
export interface ComparisonOptions extends Omit<HashOptions, "type" | "shared"> {
  /** Paths that are left out, relative to the model. */
  readonly ignore: readonly string[];
  /** What lies in the model and speaks of it: its signature, the records themselves. */
  readonly evidence: readonly string[];
}

/** A model and its records before anything is hashed. */
export interface Plan {
  readonly listing: Listing;
  readonly matched: readonly Matched[];
  /** Given to whatever hashes the model before, so that it is read once. */
  readonly shared: SharedDigests;
  readonly options: ComparisonOptions;
}

/** What the files of a model are, hashed. */
export interface HashedModel {
  readonly digests: ReadonlyMap<string, Digests>;
  /** The digest of the whole; undefined where nobody asks for it, or a file has no digest. */
  readonly root?: string;
  readonly failed: readonly {
    readonly file: ModelFile;
    readonly kind: "changed" | "unreadable";
    readonly message: string;
  }[];
}

/** Looks at what there is and what will be asked of it. Reads no content. */
export function planComparison(
  model: string,
  records: readonly ModelRecord[],
  options: ComparisonOptions,
): Plan {
  const beside = records.flatMap((record) => record.beside ?? []);
  const ignore = [".git", ...options.evidence, ...beside, ...options.ignore];
  // What counts is content, wherever a link finds it: hubs keep their downloads behind links.
  const listing = listModel(resolve(model), { ignore, allowSymlinks: true });
  const counting = records.filter(({ isRefused }) => isRefused !== true);
  const matched = counting.map((record) => matchRecord(record, listing, options.ignore));
  return {
    listing,
    matched,
    options,
    shared: { wanted: wantedBy(matched, listing), known: new Map() },
  };
}

/** Hashes what has to be known of a model. */
export async function hashModel({ listing, shared, options }: Plan): Promise<HashedModel> {
  const groups = new Map<DigestType, ModelFile[]>();
  for (const file of listing.files) {
    const [first] = shared.wanted.get(file.file) ?? [];
    if (first === undefined) continue;
    const group = groups.get(first) ?? [];
    group.push(file);
    groups.set(first, group);
  }
  const failed: HashedModel["failed"][number][] = [];
  const digests = new Map<string, Digests>();
  for (const [type, files] of groups) {
    const ranges = files.map(({ file, stamp, size }) => ({ file, stamp, start: 0, end: size }));
    const answers = await hashAll(ranges, { ...options, type, shared });
    for (const [at, answer] of answers.entries()) {
      const file = files[at]!;
      const known = shared.known.get(file.file);
      if (typeof answer !== "string") failed.push({ file, ...answer });
      else if (known !== undefined) digests.set(file.name, known.digests);
    }
  }
  return { digests, root: rootOf(listing, digests), failed };
}

function rootOf(
  { files, isFile }: Listing,
  digests: ReadonlyMap<string, Digests>,
): string | undefined {
  const resources: { readonly digest: string }[] = [];
  for (const { name } of files) {
    if (!isFile && isGitPath(name)) continue;
    const digest = digests.get(name)?.sha256;
    if (digest === undefined) return undefined;
    resources.push({ digest });
  }
  return resources.length === 0 ? undefined : rootDigest(resources);
}
