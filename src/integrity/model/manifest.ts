import { createHash } from "node:crypto";
import { byCodePoint, type Listing, type ModelFile } from "./list.ts";
import { hashAll, type HashOptions } from "./hash-all.ts";
import type { HashFailure, HashType, Range } from "./hash-range.ts";

/** How the files of a model become resources (OMS 1.0, section 5). */
export interface Serialization {
  /** Whole files, or ranges of `shardSize` bytes. */
  readonly method: "files" | "shards";
  readonly hashType: HashType;
  /** Bytes; there where the method is `shards`. */
  readonly shardSize?: number;
  readonly allowSymlinks: boolean;
  /** Paths that were left out; undefined where the signature does not say (before 1.1.0). */
  readonly ignorePaths?: readonly string[];
}

/** One entry of a manifest: a file or a range of it, with its digest in hex. */
export interface Resource {
  /** The file's name, or `name:start:end`, the end exclusive. */
  readonly name: string;
  readonly digest: string;
  readonly algorithm: HashType;
}

/** A resource that has no digest. */
export interface Unhashed extends HashFailure {
  readonly name: string;
}

/** What a model consists of. */
export interface Manifest {
  readonly serialization: Serialization;
  readonly resources: readonly Resource[];
  /** What could not be hashed; where it is not empty the manifest is incomplete. */
  readonly unhashed: readonly Unhashed[];
  /** Bytes that were hashed. */
  readonly bytes: number;
}

/** Bytes of a shard where nobody says otherwise: 1 GB, as the reference has it. */
export const usualShardSize = 1_000_000_000;
/** Ranges of one model; more would be a mistake in the size of shards. */
const maxRanges = 10_000_000;

/** The ranges of a file that are hashed, with their names. An empty file has no shards. */
export function rangesOf(
  { name, file, size, stamp }: ModelFile,
  { method, shardSize = usualShardSize }: Pick<Serialization, "method" | "shardSize">,
): readonly (Range & { readonly name: string })[] {
  if (method === "files") return [{ name, file, stamp, start: 0, end: size }];
  if (size / shardSize > maxRanges)
    throw new RangeError(`shards of ${shardSize} bytes are too small`);
  const ranges = [];
  for (let start = 0; start < size; start += shardSize) {
    const end = Math.min(size, start + shardSize);
    ranges.push({ name: `${name}:${start}:${end}`, file, stamp, start, end });
  }
  return ranges;
}

/** Hashes the files of a model. Throws what `hashAll` throws. */
export async function manifestOf(
  { files }: Pick<Listing, "files">,
  serialization: Serialization,
  options: Omit<HashOptions, "type"> = {},
): Promise<Manifest> {
  const ranges = files.flatMap((file) => rangesOf(file, serialization));
  // Not the order of files: `a:0:9` stands behind `a.txt:0:9`, whose names stand the other way.
  if (serialization.method === "shards") ranges.sort((a, b) => byCodePoint(a.name, b.name));
  const algorithm = serialization.hashType;
  const digests = await hashAll(ranges, { ...options, type: algorithm });
  const resources: Resource[] = [];
  const unhashed: Unhashed[] = [];
  for (const [at, { name }] of ranges.entries()) {
    const digest = digests[at]!;
    if (typeof digest === "string") resources.push({ name, digest, algorithm });
    else unhashed.push({ name, ...digest });
  }
  const bytes = ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  return { serialization, resources, unhashed, bytes };
}

/** The digest of the whole: SHA-256 over the digests of the resources, as they are ordered, in hex. */
export function rootDigest(resources: readonly Pick<Resource, "digest">[]): string {
  const hash = createHash("sha256");
  for (const { digest } of resources) hash.update(Buffer.from(digest, "hex"));
  return hash.digest("hex");
}
