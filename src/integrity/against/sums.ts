import { PaviseError } from "../../core/index.ts";
import type { DigestType } from "../model/hash-range.ts";
import {
  filesOf,
  hexOf,
  invalidRecord,
  recordOf,
  type ModelRecord,
  type RecordedFile,
  type RecordReader,
} from "./record.ts";
import { readGivenRecord } from "./files.ts";

/** Two million lines fit. */
const maxBytes = 512 * 1024 * 1024;

/** What digests of so many digits may be of; the likelier first. */
const byLength: Readonly<Record<number, readonly [DigestType, DigestType?]>> = {
  32: ["md5"],
  40: ["sha1"],
  64: ["sha256", "blake3"],
  96: ["sha384"],
  128: ["sha512", "blake2b"],
};

/** Names of functions as BSD style has them (`cksum --tag`, `b3sum --tag`). */
const byTag: Readonly<Record<string, DigestType>> = {
  MD5: "md5",
  SHA1: "sha1",
  SHA256: "sha256",
  "SHA2-256": "sha256",
  SHA384: "sha384",
  SHA512: "sha512",
  BLAKE2b: "blake2b",
  BLAKE3: "blake3",
};

function unescaped(name: string): string {
  return name.replaceAll(/\\([\\nr])/g, (_, sign: string) =>
    sign === "n" ? "\n" : sign === "r" ? "\r" : "\\",
  );
}

function fileOf(tag: string | undefined, hex: string): RecordedFile | undefined {
  if (tag === undefined) {
    const [algorithm, otherwise] = byLength[hex.length] ?? [];
    if (algorithm === undefined) return undefined;
    const isSha256 = algorithm === "sha256";
    // BLAKE3 needs a package, and nobody writes it without a tag into a file named after SHA-256.
    return { algorithm, digest: hex, otherwise: isSha256 ? undefined : otherwise };
  }
  const algorithm = byTag[tag];
  const fits = byLength[hex.length]?.includes(algorithm ?? "git-sha1") === true;
  return algorithm !== undefined && fits ? { algorithm, digest: hex } : undefined;
}

/** One line of a file of digests; undefined where it is none. */
function lineOf(line: string): readonly [name: string, file: RecordedFile] | undefined {
  const isEscaped = line.startsWith("\\");
  const text = isEscaped ? line.slice(1) : line;
  const gnu = /^([0-9a-fA-F]{32,128}) [ *]([^]+)$/.exec(text);
  const bsd =
    gnu === null ? /^([A-Za-z0-9-]+) \(([^]+)\) = ([0-9a-fA-F]{32,128})$/.exec(text) : null;
  const [hex, name] = gnu === null ? [bsd?.[3], bsd?.[2]] : [gnu[1], gnu[2]];
  if (hex === undefined || name === undefined) return undefined;
  const file = fileOf(bsd?.[1], hex.toLowerCase());
  if (file === undefined) return undefined;
  return [(isEscaped ? unescaped(name) : name).replace(/^\.\//, ""), file];
}

/** What `pavise digest --json` prints. */
function readJson(source: string, text: string): ModelRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalidRecord(source, "it begins as JSON does and is none");
  }
  const { root, hash, shardSize, resources } = value as {
    readonly root?: { readonly sha256?: unknown };
    readonly hash?: unknown;
    readonly shardSize?: unknown;
    readonly resources?: unknown;
  };
  const digest = hexOf(root?.sha256, 64);
  if (
    digest === undefined ||
    hash !== "sha256" ||
    shardSize !== undefined ||
    !Array.isArray(resources)
  )
    throw invalidRecord(
      source,
      "it is not what `pavise digest --json` prints for whole files by SHA-256",
    );
  const entries = resources.map((each: unknown): readonly [string, RecordedFile] => {
    const { name, digest: hex } = each as { readonly name?: unknown; readonly digest?: unknown };
    const known = hexOf(hex, 64);
    if (typeof name !== "string" || known === undefined)
      throw invalidRecord(source, "a resource in it has no name or no digest");
    return [name, { algorithm: "sha256", digest: known }];
  });
  return recordOf({
    source,
    files: filesOf(source, entries),
    roots: [{ digest, from: "the digest of the whole" }],
    scope: "whole",
  });
}

/** Reads a file of digests as `sha256sum` and its kin write it, or as `pavise digest` does. */
export const readSums: RecordReader = (file) => {
  const text = readGivenRecord(file, maxBytes)
    .toString("utf8")
    .replace(/^\ufeff/, "");
  if (text.trimStart().startsWith("{")) return Promise.resolve([readJson(file, text)]);
  // What some publish beside a file: its digest and nothing else.
  const only = hexOf(text.trim(), 64);
  if (only !== undefined) {
    const unnamed = [{ algorithm: "sha256", digest: only, from: file, mayBeRoot: true } as const];
    return Promise.resolve([recordOf({ source: file, unnamed })]);
  }
  const entries: (readonly [string, RecordedFile])[] = [];
  for (const [at, raw] of text.split("\n").entries()) {
    const line = raw.replace(/\r$/, "");
    if (line.trim() === "" || line.startsWith("#")) continue;
    const entry = lineOf(line);
    if (entry === undefined)
      throw invalidRecord(
        file,
        `line ${at + 1} is no digest and name`,
        "Lines as `sha256sum` writes them are needed: the digest, two spaces, the name.",
      );
    entries.push(entry);
  }
  if (entries.length === 0) throw invalidRecord(file, "there is no digest in it");
  return Promise.resolve([recordOf({ source: file, files: filesOf(file, entries) })]);
};

/** Reads a digest that is given on the command line. */
export const readDigest: RecordReader = (text) => {
  const digest = hexOf(text.trim(), 64);
  if (digest === undefined)
    throw new PaviseError("usage", "--against sha256: not a SHA-256", {
      hint: "64 hexadecimal digits are needed, as `pavise digest` prints them.",
    });
  const source = `sha256:${digest}`;
  const unnamed = [{ algorithm: "sha256", digest, from: source, mayBeRoot: true } as const];
  return Promise.resolve([recordOf({ source, unnamed })]);
};
