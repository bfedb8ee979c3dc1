import { resolve } from "node:path";
import type { Fact, FactKind } from "../checks/provenance/facts.ts";
import { gitPaths, listModel, nameBelow, type Listing, type ModelFile } from "./model/list.ts";
import { manifestOf, type Resource, type Serialization } from "./model/manifest.ts";
import { shardOf, type SignedModel, type Variant } from "./oms/statement.ts";
import type { VerifiedFile, VerifyOptions } from "./verify-options.ts";

/** What a comparison of a model with what was signed gives. */
interface Comparison {
  readonly facts: readonly Fact[];
  readonly problems: readonly string[];
  readonly variants: readonly Variant[];
  readonly files: readonly VerifiedFile[];
}

/** What a signature says of one file. */
interface SignedFile {
  readonly name: string;
  readonly resources: Resource[];
  /** Bytes, where ranges tell them. */
  readonly size?: number;
}

function signedFiles({ resources, serialization }: SignedModel): ReadonlyMap<string, SignedFile> {
  const files = new Map<string, SignedFile>();
  for (const resource of resources) {
    const shard = serialization.method === "shards" ? shardOf(resource.name) : undefined;
    const name = shard?.name ?? resource.name;
    const known = files.get(name);
    const size = shard === undefined ? undefined : Math.max(shard.end, known?.size ?? 0);
    const all = known?.resources ?? [];
    all.push(resource);
    files.set(name, { name, resources: all, size });
  }
  return files;
}

/** One file by itself was called `.` by clients before the specification. */
function named(listing: Listing, signed: SignedModel): readonly ModelFile[] {
  const isDot = listing.isFile && signed.variants.includes("dot-name");
  return isDot ? listing.files.map((file) => ({ ...file, name: "." })) : listing.files;
}

function listed(
  model: string,
  { serialization }: SignedModel,
  options: VerifyOptions & { readonly signatureFile: string },
): { readonly listing: Listing; readonly uncovered: readonly string[] } {
  const { ignorePaths = [], allowSymlinks } = serialization;
  const signature = nameBelow(model, options.signatureFile);
  const known = [...gitPaths, ...(signature === undefined ? [] : [signature])];
  const ignore = [...known, ...ignorePaths, ...(options.ignore ?? [])];
  const listing = listModel(model, { ignore, allowSymlinks });
  // Git's own and the signature are no part of a model by anybody's word.
  return { listing, uncovered: listing.ignored.filter((name) => !known.includes(name)) };
}

/** Compares the files of a model with what was signed, and says each difference. */
export async function compareModel(
  model: string,
  signed: SignedModel,
  options: VerifyOptions & { readonly signatureFile: string },
): Promise<Comparison> {
  const facts: Fact[] = [];
  const problems: string[] = [];
  const { serialization } = signed;
  const say = (kind: FactKind, path: string, message: string): void =>
    void facts.push({ kind, path, message });

  const { listing, uncovered } = listed(resolve(model), signed, options);
  for (const { kind, name, message } of listing.unfit) {
    if (kind === "unreadable" || kind === "limit") problems.push(`${name}: ${message}`);
    else say("unfit", name, message);
  }
  const files = named(listing, signed);
  const wanted = signedFiles(signed);
  const present = new Map(files.map((file) => [file.name, file]));
  const both = files.filter(({ name }) => wanted.has(name));
  const missing = [...wanted.keys()].filter((name) => !present.has(name));
  const extra = files.filter(({ name }) => !wanted.has(name));

  const whole = both.filter(({ name, size }) => {
    const signedSize = wanted.get(name)!.size;
    if (signedSize === undefined || signedSize === size) return true;
    say("changed", name, `it has ${size} bytes, signed are ${signedSize}`);
    return false;
  });
  const manifest = await manifestOf({ files: whole }, serialization, options);
  for (const { name: resource, kind, message } of manifest.unhashed) {
    const name =
      (serialization.method === "shards" ? shardOf(resource)?.name : undefined) ?? resource;
    if (kind === "changed") say("changed", name, message);
    else problems.push(`${name}: ${message}`);
  }
  const found = new Map(manifest.resources.map(({ name, digest }) => [name, digest]));
  for (const { name, digest, algorithm } of whole.flatMap(
    (file) => wanted.get(file.name)!.resources,
  )) {
    const actual = found.get(name);
    const shard = serialization.method === "shards" ? shardOf(name) : undefined;
    const part = shard === undefined ? "it" : `the part from byte ${shard.start} to ${shard.end}`;
    if (actual !== undefined && actual !== digest)
      facts.push({
        kind: "changed",
        path: shard?.name ?? name,
        message: `${part} is not what was signed`,
        evidence: `signed ${shown(digest)}, found ${shown(actual)} (${algorithm})`,
        lines: [`signed  ${algorithm}:${digest}`, `found   ${algorithm}:${actual}`],
      });
  }

  const moved =
    missing.length === 0 ? new Map() : await renames(extra, { signed, missing, options });
  const unfit = new Set(listing.unfit.map(({ name }) => name));
  for (const name of missing) {
    if (!unfit.has(name) && !moved.has(name)) say("missing", name, "it is signed and not there");
  }
  const isNew = new Set(moved.values());
  for (const [before, after] of moved) say("renamed", after, `it is signed as \`${before}\``);
  for (const { name, size } of extra) {
    if (isNew.has(name)) continue;
    // Of a file without bytes there is no range that could be signed.
    const isUnsignable = serialization.method === "shards" && size === 0;
    if (isUnsignable)
      say("uncovered", name, "it is empty, and signatures by shards hold no empty files");
    else if (options.allowUnsigned === true) say("uncovered", name, "it is not signed");
    else {
      const evidence = `signed nothing, found ${size} ${size === 1 ? "byte" : "bytes"}`;
      facts.push({
        kind: "added",
        path: name,
        message: "it is not among the signed files",
        evidence,
      });
    }
  }
  for (const name of uncovered) say("uncovered", name, "the signature leaves it out");
  const isFollowed = files.some(({ isLinked }) => isLinked);
  return {
    facts,
    problems,
    variants: isFollowed ? ["links-followed"] : [],
    files: whole.map(({ name, size }) => ({ name, size })),
  };
}

function shown(digest: string): string {
  return `${digest.slice(0, 16)}…`;
}

/** Files that are missing under one name and there, with the same bytes, under another. */
async function renames(
  extra: readonly ModelFile[],
  given: {
    readonly signed: SignedModel;
    readonly missing: readonly string[];
    readonly options: VerifyOptions;
  },
): Promise<ReadonlyMap<string, string>> {
  const { signed, missing, options } = given;
  const moved = new Map<string, string>();
  if (signed.serialization.method !== "files" || extra.length === 0) return moved;
  const serialization: Serialization = signed.serialization;
  const { resources } = await manifestOf({ files: extra }, serialization, options);
  const byDigest = new Map(resources.map(({ name, digest }) => [digest, name]));
  const gone = new Set(missing);
  for (const { name, digest } of signed.resources) {
    const other = gone.has(name) ? byDigest.get(digest) : undefined;
    if (other === undefined) continue;
    moved.set(name, other);
    byDigest.delete(digest);
  }
  return moved;
}
