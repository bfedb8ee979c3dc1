import { z } from "zod";
import { byCodePoint } from "../model/list.ts";
import { digestLengths, hashTypes, type HashType } from "../model/hash-range.ts";
import { rootDigest, type Resource, type Serialization } from "../model/manifest.ts";
import { parseStrictJson } from "../strict-json.ts";
import { firstIssue } from "./bundle.ts";

export const statementType = "https://in-toto.io/Statement/v1";
/** OMS 1.0 (https://github.com/ossf/model-signing-spec). */
export const signatureType = "https://model_signing/signature/v1.0";
/** What releases of model-signing before 0.3 wrote. */
export const earlyType = "https://model_signing/Digests/v0.1";

/** Departures from the specification that clients in use are known for; `--strict` refuses them. */
export const variants = {
  "early-predicate": "the predicate of model-signing 0.2, before there was a specification",
  "early-encoding": "signed over the mistaken encoding of model-signing 0.2",
  "path-order": "resources in the order of path parts, not of code points",
  "numeric-shard-order": "shards in numeric order, not in that of code points",
  "other-order": "resources in an order that no client is known for",
  "dot-name": "a single file that is called `.` instead of by its name",
  "no-ignore-paths": "what was left out of the signature is not written down",
  "raw-key": "the public key itself in place of its digest",
  "links-followed": "links were followed, which the specification is about to drop",
} as const;
export type Variant = keyof typeof variants;

/** What a signature says of a model. */
export interface SignedModel {
  /** The model's name when it was signed; informative. */
  readonly subject: string;
  readonly serialization: Serialization;
  /** In the order of the signature. */
  readonly resources: readonly Resource[];
  /** Hex. Undefined where the predicate has none (before 0.3). */
  readonly root: string | undefined;
  readonly variants: readonly Variant[];
}

/** What a payload says, or why it is refused. */
export type StatementReading =
  | { readonly ok: true; readonly signed: SignedModel }
  | { readonly ok: false; readonly message: string };

// The length first: a pattern that repeats runs out of stack on texts of megabytes.
const hex = z
  .string()
  .refine(
    (text) => text.length <= 256 && text.length % 2 === 0 && /^[0-9a-f]+$/.test(text),
    "no lower-case hex digits",
  );
const sha256 = z.strictObject({ sha256: hex.refine((text) => text.length === 64, "no SHA-256") });
const name = z.string().min(1).max(8192);
const SerializationSchema = z.strictObject({
  method: z.enum(["files", "shards"]),
  hash_type: z.enum(hashTypes),
  allow_symlinks: z.boolean(),
  shard_size: z.int().positive().optional(),
  ignore_paths: z.array(name).max(100_000).optional(),
});
const Predicate = z.strictObject({
  // Descriptors may hold more (in-toto); a predicate may not.
  resources: z.array(z.object({ name, digest: hex, algorithm: z.enum(hashTypes) })).min(1),
  serialization: SerializationSchema,
});
const Statement = z.strictObject({
  _type: z.literal(statementType),
  subject: z
    .array(z.strictObject({ name: z.string().max(8192), digest: sha256 }))
    .length(1, "not exactly one subject"),
  predicateType: z.literal(signatureType),
  predicate: Predicate,
});
const EarlyStatement = z.strictObject({
  _type: z.literal(statementType),
  subject: z
    .array(
      z.strictObject({
        name,
        digest: sha256,
        annotations: z.strictObject({ actual_hash_algorithm: z.literal("file-sha256") }),
      }),
    )
    .min(1),
  predicateType: z.literal(earlyType),
  predicate: z.object({}),
});

const refuse = (message: string): StatementReading => ({ ok: false, message });

/** Why a name cannot be one of a resource: it has to lead to one place below the model. */
function flawOfName(path: string): string | undefined {
  const shown = JSON.stringify(path.slice(0, 100));
  if (path.startsWith("/") || /^[A-Za-z]:[/\\]/.test(path)) return `${shown} is an absolute path`;
  if (path.includes("\0")) return `${shown} holds a zero byte`;
  if (path.split("/").some((part) => part === "" || part === "." || part === ".."))
    return `${shown} is no plain relative path`;
  return path.isWellFormed() ? undefined : `${shown} is no text`;
}

/** A shard's file and range: the last two numbers, since names may hold colons. */
export function shardOf(
  resource: string,
): { readonly name: string; readonly start: number; readonly end: number } | undefined {
  const match = /^([^]+):(0|[1-9]\d{0,15}):([1-9]\d{0,15})$/.exec(resource);
  if (match === null) return undefined;
  return { name: match[1]!, start: Number(match[2]), end: Number(match[3]) };
}

/** Reads the payload of a signature. Total. */
export function readStatement(payload: Buffer): StatementReading {
  const json = parseStrictJson(payload);
  if (!json.ok) return refuse(`the payload: ${json.message}`);
  const type = (json.value as { predicateType?: unknown } | null)?.predicateType;
  if (type === earlyType) return readEarly(json.value);
  const read = Statement.safeParse(json.value);
  if (!read.success) return refuse(`the payload: ${firstIssue(read.error)}`);
  const { subject, predicate } = read.data;
  const { method, hash_type, allow_symlinks, shard_size, ignore_paths } = predicate.serialization;
  if ((method === "shards") !== (shard_size !== undefined))
    return refuse("`shard_size` belongs to the method `shards`, and only there");
  const { resources } = predicate;
  const flaw =
    flawOfResources(resources, { hashType: hash_type, shardSize: shard_size }) ??
    (ignore_paths ?? []).map(flawOfName).find((message) => message !== undefined);
  if (flaw !== undefined) return refuse(flaw);
  const root = subject[0]!.digest.sha256;
  if (rootDigest(resources) !== root)
    return refuse("the digest of the whole is not that of its resources");
  const found: Variant[] = [];
  const order = orderOf(resources, method === "shards");
  if (order !== undefined) found.push(order);
  if (resources[0]!.name === ".") found.push("dot-name");
  if (ignore_paths === undefined) found.push("no-ignore-paths");
  return {
    ok: true,
    signed: {
      subject: subject[0]!.name,
      serialization: {
        method,
        hashType: hash_type,
        shardSize: shard_size,
        allowSymlinks: allow_symlinks,
        ignorePaths: ignore_paths,
      },
      resources,
      root,
      variants: found,
    },
  };
}

function readEarly(value: unknown): StatementReading {
  const read = EarlyStatement.safeParse(value);
  if (!read.success) return refuse(`the payload: ${firstIssue(read.error)}`);
  const resources = read.data.subject.map(({ name: named, digest }): Resource => ({
    name: named,
    digest: digest.sha256,
    algorithm: "sha256",
  }));
  const flaw = flawOfResources(resources, { hashType: "sha256" });
  if (flaw !== undefined) return refuse(flaw);
  return {
    ok: true,
    signed: {
      subject: "",
      serialization: { method: "files", hashType: "sha256", allowSymlinks: false },
      resources,
      root: undefined,
      variants: ["early-predicate"],
    },
  };
}

/** What is wrong with resources taken together. */
function flawOfResources(
  resources: readonly Resource[],
  { hashType, shardSize }: { readonly hashType: HashType; readonly shardSize?: number },
): string | undefined {
  const names = new Set<string>();
  /** Where each file's next shard has to begin. */
  const ends = new Map<string, number>();
  const ordered =
    shardSize === undefined
      ? resources
      : resources.toSorted((a, b) => (shardOf(a.name)?.start ?? 0) - (shardOf(b.name)?.start ?? 0));
  for (const { name: named, digest, algorithm } of ordered) {
    const shown = JSON.stringify(named.slice(0, 100));
    if (algorithm !== hashType)
      return `${shown} is hashed by ${algorithm}, the model by ${hashType}`;
    if (digest.length !== digestLengths[algorithm])
      return `the digest of ${shown} is not as long as one of ${algorithm}`;
    if (names.has(named)) return `${shown} is there twice`;
    names.add(named);
    if (shardSize === undefined) {
      // One file by itself was called so by every release before the specification.
      const flaw = named === "." && resources.length === 1 ? undefined : flawOfName(named);
      if (flaw !== undefined) return flaw;
      continue;
    }
    const shard = shardOf(named);
    if (shard === undefined) return `${shown} is no range of a file`;
    const flaw = flawOfName(shard.name);
    if (flaw !== undefined) return flaw;
    const { start, end } = shard;
    if (end <= start || end - start > shardSize)
      return `${shown} is no shard of ${shardSize} bytes`;
    const expected = ends.get(shard.name) ?? 0;
    if (start !== expected || start % shardSize !== 0)
      return `${shown} does not follow on the shard before it`;
    ends.set(shard.name, end);
  }
  return undefined;
}

function isOrdered(
  resources: readonly Resource[],
  compare: (a: string, b: string) => number,
): boolean {
  return resources.every((each, at) => at === 0 || compare(resources[at - 1]!.name, each.name) < 0);
}

function byParts(a: string, b: string): number {
  const [one, other] = [a.split("/"), b.split("/")];
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    const order = byCodePoint(one[at]!, other[at]!);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

function byRange(a: string, b: string): number {
  const [one, other] = [shardOf(a), shardOf(b)];
  if (one === undefined || other === undefined) return byParts(a, b);
  return byParts(one.name, other.name) || one.start - other.start;
}

/** The order of resources where it is not the one of the specification. */
function orderOf(resources: readonly Resource[], isSharded: boolean): Variant | undefined {
  if (isOrdered(resources, byCodePoint)) return undefined;
  if (isSharded) return isOrdered(resources, byRange) ? "numeric-shard-order" : "other-order";
  return isOrdered(resources, byParts) ? "path-order" : "other-order";
}

/** Writes the payload of a signature, as the specification has it. */
export function writeStatement(given: {
  readonly subject: string;
  readonly serialization: Serialization;
  readonly resources: readonly Resource[];
}): Buffer {
  const { method, hashType, shardSize, allowSymlinks, ignorePaths = [] } = given.serialization;
  const statement = {
    _type: statementType,
    subject: [{ name: given.subject, digest: { sha256: rootDigest(given.resources) } }],
    predicateType: signatureType,
    predicate: {
      resources: given.resources.map(({ name: named, algorithm, digest }) => ({
        name: named,
        algorithm,
        digest,
      })),
      serialization: {
        method,
        hash_type: hashType,
        ...(method === "shards" ? { shard_size: shardSize } : {}),
        allow_symlinks: allowSymlinks,
        ignore_paths: ignorePaths,
      },
    },
  };
  return Buffer.from(JSON.stringify(statement));
}
