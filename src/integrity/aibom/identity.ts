import { createHash } from "node:crypto";
import type { Bill } from "./bill.ts";

/**
 * A UUID of version 8 (RFC 9562) out of texts: the same for the same texts, on every machine.
 */
export function uuidOf(...texts: readonly string[]): string {
  const bytes = createHash("sha256").update(texts.join("\n")).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [8, 12, 16, 20, 32]
    .map((end, index, ends) => hex.slice(index === 0 ? 0 : ends[index - 1], end))
    .join("-");
}

/**
 * The serial number of a bill. Everything that it says goes in but the time, so that the same model
 * described by the same files has one and the same.
 */
export function serialOf(bill: Bill): string {
  const { timestamp: _timestamp, ...said } = bill;
  return uuidOf("pavise-aibom", bill.root, JSON.stringify(said));
}

/** The digest that stands for a model: of its only file of weights, or of all of its files. */
export function mainDigest({ files, root }: Bill): {
  readonly sha256: string;
  readonly of: string;
} {
  const weights = files.filter(({ role }) => role === "weights");
  // One that lies deeper is a part of something: a vocabulary of a spaCy pipeline, say.
  const top = weights.length === 1 && weights[0]?.name.includes("/") === false;
  const only = top ? weights[0] : files.length === 1 ? files[0] : undefined;
  return only === undefined
    ? { sha256: root, of: "all files (OpenSSF Model Signing)" }
    : { sha256: only.sha256, of: only.name };
}

/** Names made unique, for references within a document. */
export function uniqueRefs(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    let ref = wanted;
    for (let count = 2; taken.has(ref); count++) ref = `${wanted}#${count}`;
    taken.add(ref);
    return ref;
  };
}
