// The members of a 7z archive, and what is wrong with it.
import { crc32 } from "node:zlib";
import type { ByteSource } from "../bytes/source.ts";
import type { ZipProblem } from "../zip/walk.ts";
import { BrokenHeader } from "./fields.ts";
import { readContents, type Contents } from "./header.ts";
import type { SubStream } from "./streams.ts";
import { unpackFolder } from "./unpack.ts";

/** A file in an archive. */
export interface SevenZipMember {
  readonly name: string;
  /** Bytes, as the archive says. */
  readonly size: number;
  /** Its first bytes up to a limit; undefined where they cannot be had. */
  readonly read: (limit: number) => Buffer | undefined;
}

export interface SevenZipListing {
  readonly members: readonly SevenZipMember[];
  readonly problems: readonly ZipProblem[];
  /** Bytes that were unpacked so far. */
  readonly unpacked: () => number;
}

/** Who wants the last file unpacks all before it: so many bytes take some three seconds. */
export const maxSolid = 64 * 1024 * 1024;
/** Problems of one archive that are told. */
const maxTold = 200;
/** So much of a folder is unpacked where only a beginning is asked for. */
const firstPart = 64 * 1024;

/** What was unpacked of a folder. */
interface Kept {
  readonly bytes: Buffer;
  /** No more can be had. */
  readonly isLast: boolean;
}

/** Lists the members, of which at most `room` bytes are unpacked in all. Total. */
export function listSevenZip(source: ByteSource, room: number): SevenZipListing {
  const problems: ZipProblem[] = [];
  const tell = (problem: ZipProblem): void => {
    if (problems.length < maxTold) problems.push(problem);
  };
  let used = 0;
  const kept = new Map<number, Kept>();
  let contents: Contents;
  try {
    contents = readContents(source, (detail) => tell({ kind: "crc-differs", detail }));
  } catch (error) {
    if (!(error instanceof BrokenHeader)) throw error;
    tell({ kind: error.isLimit ? "limit" : "unreadable", detail: error.message });
    return { members: [], problems, unpacked: () => 0 };
  }
  const { streams, files } = contents;

  function folder(index: number, upTo: number): Buffer {
    const before = kept.get(index);
    if (before !== undefined && (before.isLast || before.bytes.length >= upTo)) return before.bytes;
    const { coders, main } = streams.folders[index]!;
    const had = before?.bytes.length ?? 0;
    const all = Math.min(coders[main]!.size, room - used + had);
    // Whoever asks for more than the beginning will ask for the end.
    const wanted = before === undefined && upTo <= firstPart ? Math.min(all, firstPart) : all;
    const { bytes, problem } = unpackFolder(source, { streams, index }, wanted);
    used += bytes.length - had;
    kept.set(index, { bytes, isLast: wanted === all });
    const { size } = coders[main]!;
    if (wanted === all && all < size)
      tell({
        kind: "limit",
        detail: `only ${all} of the ${size} bytes in folder ${index} were unpacked`,
      });
    if (problem !== undefined && before === undefined)
      tell({ kind: "limit", detail: `what folder ${index} packs ${problem}` });
    return bytes;
  }

  const members: SevenZipMember[] = [];
  const parts = streams.parts.flatMap((all, index) => placed(all, index));
  const seen = new Set<string>();
  let next = 0;
  for (const { name, hasStream, isFolder, attributes } of files) {
    const part = hasStream ? parts[next++] : undefined;
    for (const problem of aboutName(name, attributes)) tell(problem);
    if (!isFolder && seen.has(name))
      tell({ kind: "duplicate-name", member: name, detail: "readers open different ones" });
    if (!isFolder) seen.add(name);
    if (part === undefined) continue;
    const { index, at, size, sum } = part;
    members.push({
      name,
      size,
      read(limit) {
        const wanted = Math.min(size, limit);
        const bytes = folder(index, at + wanted).subarray(at, at + wanted);
        if (bytes.length === 0 && wanted > 0) return undefined;
        if (bytes.length === size && sum !== undefined && crc32(bytes) !== sum)
          tell({ kind: "crc-wrong", member: name, detail: "its data have another checksum" });
        return bytes;
      },
    });
  }
  if (next < parts.length)
    tell({
      kind: "counts-differ",
      detail: `${parts.length} files are packed, and ${next} have a name`,
    });
  else if (next > parts.length)
    tell({
      kind: "counts-differ",
      detail: `${next} files have a name, and ${parts.length} are packed`,
    });
  return { members, problems, unpacked: () => used };
}

interface Placed extends SubStream {
  readonly index: number;
  readonly at: number;
}

function placed(parts: readonly SubStream[], index: number): readonly Placed[] {
  let at = 0;
  return parts.map((part) => {
    at += part.size;
    return { ...part, index, at: at - part.size };
  });
}

const unixLink = 0xa000;
const windowsLink = 0x400;

/** 7-Zip writes names with `/` on every system. */
function aboutName(name: string, attributes: number): readonly ZipProblem[] {
  const problems: ZipProblem[] = [];
  if (/^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name))
    problems.push({ kind: "path-escapes", member: name, detail: "it leads out of the folder" });
  if (((attributes >>> 16) & 0xf000) === unixLink || (attributes & windowsLink) !== 0)
    problems.push({ kind: "link", member: name, detail: "it is a symbolic link" });
  return problems;
}
