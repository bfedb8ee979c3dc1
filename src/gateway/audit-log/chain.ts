import { createHash, createHmac, type BinaryLike } from "node:crypto";

/** What the first record of a chain follows. */
export const genesis = "0".repeat(64);

/** Lines one after another that crashes may have cut off; more are damage. */
export const maxTorn = 4;

/** The end of every line: the hash over all that stands before it. */
const tailLength = `,"hash":"`.length + 64 + `"}`.length;
const tail = /^,"hash":"([0-9a-f]{64})"\}$/;

/** SHA-256, or HMAC-SHA-256 where a key is given: then only who has the key can write a chain that holds. */
export type Digest = (text: BinaryLike) => string;

export function digestBy(key: Buffer | undefined): Digest {
  return key === undefined
    ? (text) => createHash("sha256").update(text).digest("hex")
    : (text) => createHmac("sha256", key).update(text).digest("hex");
}

/** Where a chain stands. */
export interface Head {
  readonly count: number;
  readonly hash: string;
}

/** A record as a line of the log, without its line feed. Hashed are the bytes of the line itself, so that no form of JSON has to be agreed on. */
export function lineOf(record: object, head: Head, digest: Digest): readonly [string, Head] {
  const count = head.count + 1;
  const text = JSON.stringify({ n: count, prev: head.hash, ...record });
  const open = text.slice(0, -1);
  const hash = digest(open);
  return [`${open},"hash":"${hash}"}`, { count, hash }];
}

/** A line taken apart; undefined for what is no line of a log. */
export interface ReadLine {
  readonly count: number;
  readonly prev: string;
  readonly hash: string;
  readonly record: Readonly<Record<string, unknown>>;
  /** True where the hash is that of the line. */
  readonly isWhole: boolean;
}

export function readLine(line: string, digest: Digest): ReadLine | undefined {
  const hash = tail.exec(line.slice(-tailLength))?.[1];
  if (hash === undefined) return undefined;
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof record !== "object" || record === null) return undefined;
  const { n, prev } = record as Record<string, unknown>;
  if (typeof n !== "number" || typeof prev !== "string") return undefined;
  return {
    count: n,
    prev,
    hash,
    record: record as Record<string, unknown>,
    isWhole: digest(line.slice(0, -tailLength)) === hash,
  };
}
