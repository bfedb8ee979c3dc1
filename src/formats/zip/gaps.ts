// What lies in the file and belongs to nothing that a directory lists.
import type { ByteSource } from "../bytes/source.ts";
import { isUnknown } from "./members.ts";
import { localSize, localSignature, readAt, readLocal, type LocalHeader } from "./records.ts";

/** Bytes from an offset to another, the latter excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The bytes of a file that no span covers. */
export function gapsBetween(spans: readonly Span[], size: number): readonly Span[] {
  const gaps: Span[] = [];
  let at = 0;
  for (const { from, to } of spans.toSorted((one, other) => one.from - other.from)) {
    if (from > at) gaps.push({ from: at, to: Math.min(from, size) });
    at = Math.max(at, to);
    if (at >= size) break;
  }
  if (at < size) gaps.push({ from: at, to: size });
  return gaps;
}

/** What may still be searched, for all gaps together. */
export interface SearchBudget {
  bytes: number;
  /** Signatures that are looked at: a file may consist of nothing else. */
  headers: number;
}

const chunkSize = 1024 * 1024;
const signature = Buffer.alloc(4);
signature.writeUInt32LE(localSignature);
/** Methods that a packer has used: 4.4.5. Other numbers are chance, in the code of a program. */
const methods: ReadonlySet<number> = new Set([
  0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 14, 16, 18, 19, 20, 93, 94, 95, 96, 97, 98, 99,
]);

/**
 * The local headers in a gap, each with the end of its data. What has no directory is read by nobody
 * who matters here, though by those who read streams, and by other scanners. Data whose length is
 * unknown end at the next header.
 */
export function findLocals(
  source: ByteSource,
  gap: Span,
  budget: SearchBudget,
): readonly { readonly local: LocalHeader; readonly to: number }[] {
  const found: { local: LocalHeader; to: number }[] = [];
  let at = gap.from;
  while (at + localSize < gap.to && budget.bytes > 0 && budget.headers > 0) {
    const length = Math.min(chunkSize, gap.to - at, budget.bytes);
    const chunk = readAt(source, at, length);
    if (chunk.length < signature.length) break;
    budget.bytes -= chunk.length;
    // A signature may lie across two chunks.
    let next = at + Math.max(1, chunk.length - (signature.length - 1));
    for (let hit = chunk.indexOf(signature); hit >= 0 && budget.headers > 0;) {
      budget.headers--;
      const local = readLocal(source, at + hit);
      let step = 1;
      if (local !== undefined && isLikely(local, source)) {
        const last = found.at(-1);
        if (last !== undefined) last.to = Math.min(last.to, local.at);
        const isOpen = isUnknown(local);
        const to = isOpen ? gap.to : Math.min(gap.to, local.dataAt + local.packed);
        found.push({ local, to: Math.max(to, Math.min(local.dataAt, gap.to)) });
        step = (isOpen ? local.dataAt : to) - local.at;
      }
      if (hit + step >= chunk.length) {
        next = at + hit + Math.max(1, step);
        break;
      }
      hit = chunk.indexOf(signature, hit + Math.max(1, step));
    }
    at = next;
  }
  return found;
}

/** Whether a gap was searched to its end. */
export function isSpent(budget: SearchBudget): boolean {
  return budget.bytes <= 0 || budget.headers <= 0;
}

function isLikely(local: LocalHeader, source: ByteSource): boolean {
  return local.raw.length > 0 && methods.has(local.method) && local.dataAt <= source.size;
}
