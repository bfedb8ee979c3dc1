import { closeSync, openSync, readSync } from "node:fs";
import type { AssetKind } from "../core/index.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import { now } from "./clock.ts";
import { decode } from "./decode.ts";
import type { Bench, RawFinding } from "./findings.ts";
import { searchText } from "./search-text.ts";

/** A file as a search needs it. */
export interface SearchedFile {
  readonly path: string;
  readonly file: string;
  readonly kind: AssetKind;
  readonly size: number;
  /** What is in it, where all of it was read already. */
  readonly source?: ByteSource;
}

const pieceBytes = 4 * 1024 * 1024;
/** What two pieces share, so that a key over their border is whole in one of them. */
const sharedBytes = 32 * 1024;

function countLines(bytes: Buffer, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0 && at < end; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

/** Where the next piece begins: at the start of a line where there is one. */
function nextStart(bytes: Buffer): number {
  const from = bytes.length - sharedBytes;
  const line = bytes.indexOf(10, from);
  return line >= 0 && line < bytes.length - 1 ? line + 1 : from;
}

/**
 * Searches a file that is too large for the parsers, piece by piece: in the memory of one piece and
 * linear time. Throws the error of the file system.
 */
export function searchLarge(
  { path, file, kind, size }: SearchedFile,
  bench: Bench,
  deadline: number,
): {
  readonly findings: readonly RawFinding[];
  readonly isWhole: boolean;
  readonly detail: string;
} {
  const most = Math.min(size, bench.limits.maxSearchBytes);
  const findings: RawFinding[] = [];
  const seen = new Set<string>();
  const descriptor = openSync(file, "r");
  let at = 0;
  let end = 0;
  let linesBefore = 0;
  let isBroken = false;
  try {
    const buffer = Buffer.allocUnsafe(pieceBytes);
    while (end < most && now() < deadline - 1_000) {
      const count = readSync(descriptor, buffer, 0, Math.min(pieceBytes, most - at), at);
      const bytes = buffer.subarray(0, count);
      const { text } = decode(bytes, kind === "python" ? "text" : kind);
      const { findings: found, troubles } = searchText(
        { path, text, linesBefore, deadline },
        bench,
      );
      isBroken ||= troubles.length > 0;
      for (const finding of found) {
        const { line, column } = finding.location;
        const place = `${finding.check} ${line} ${column}`;
        if (seen.has(place)) continue;
        seen.add(place);
        if (findings.length < bench.limits.maxFindingsPerCheck) findings.push(finding);
        else isBroken = true;
      }
      end = at + count;
      if (count < pieceBytes || end >= most) break;
      const step = nextStart(bytes);
      linesBefore += countLines(bytes, step);
      at += step;
    }
  } finally {
    closeSync(descriptor);
  }
  const isWhole = end >= size && !isBroken;
  const detail = isWhole
    ? "searched for secrets only"
    : `the first ${end} bytes were searched for secrets`;
  return { findings, isWhole, detail };
}
