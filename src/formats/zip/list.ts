// The directory of a ZIP file, as far as a search for texts needs it: APPNOTE.TXT 6.3.10. What
// contradicts itself is left to the walk that looks for deception; here it is a problem.
import { inflateRawSync } from "node:zlib";
import type { ByteSource } from "./bytes.ts";
import { widen } from "./records.ts";

/** A file in an archive. */
export interface ArchiveMember {
  readonly name: string;
  /** Bytes, as the archive says. */
  readonly size: number;
  /** Its first bytes up to a limit; undefined where they cannot be had. */
  readonly read: (limit: number) => Buffer | undefined;
}

/** The members of an archive, and what was wrong with it. */
export interface ArchiveListing {
  readonly members: readonly ArchiveMember[];
  readonly problems: readonly string[];
}

const maxMembers = 100_000;
const maxDirectory = 32 * 1024 * 1024;
const endSize = 22;
const maxComment = 0xffff;

/** Where the directory is and how long. */
interface Directory {
  readonly at: number;
  readonly size: number;
  /** Bytes before the archive, of a program that unpacks itself. */
  readonly shift: number;
}

function findDirectory(source: ByteSource): Directory | undefined {
  const tailSize = Math.min(source.size, endSize + maxComment);
  const tailAt = source.size - tailSize;
  const tail = source.read(tailAt, tailSize);
  for (let at = tail.length - endSize; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== 0x06054b50) continue;
    const size = tail.readUInt32LE(at + 12);
    const offset = tail.readUInt32LE(at + 16);
    if (size !== 0xffffffff && offset !== 0xffffffff) {
      const shift = tailAt + at - size - offset;
      return { at: Math.max(0, tailAt + at - size), size, shift: Math.max(0, shift) };
    }
    const locator = source.read(Math.max(0, tailAt + at - 20), 20);
    if (locator.length < 20 || locator.readUInt32LE(0) !== 0x07064b50) return undefined;
    const end = source.read(Number(locator.readBigUInt64LE(8)), 56);
    if (end.length < 56 || end.readUInt32LE(0) !== 0x06064b50) return undefined;
    return {
      at: Number(end.readBigUInt64LE(48)),
      size: Number(end.readBigUInt64LE(40)),
      shift: 0,
    };
  }
  return undefined;
}

function memberReader(
  source: ByteSource,
  entry: { readonly method: number; readonly packed: number; readonly at: number },
): ArchiveMember["read"] {
  return (limit) => {
    const header = source.read(entry.at, 30);
    if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) return undefined;
    const from = entry.at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    if (entry.method === 0) return source.read(from, Math.min(entry.packed, limit));
    if (entry.method !== 8) return undefined;
    try {
      const packed = source.read(from, Math.min(entry.packed, limit + 1024));
      return inflateRawSync(packed, { maxOutputLength: limit });
    } catch {
      // Broken, or larger than it says.
      return undefined;
    }
  };
}

/** Lists the members of a ZIP file. Total: what cannot be read is in `problems`. */
export function listZip(source: ByteSource): ArchiveListing {
  const directory = findDirectory(source);
  if (directory === undefined) return { members: [], problems: ["it has no directory"] };
  if (directory.size > maxDirectory)
    return { members: [], problems: [`its directory has more than ${maxDirectory} bytes`] };
  const bytes = source.read(directory.at, directory.size);
  const members: ArchiveMember[] = [];
  const problems: string[] = [];
  let encrypted = 0;
  let at = 0;
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === 0x02014b50) {
    if (members.length >= maxMembers) {
      problems.push(`only the first ${maxMembers} members were looked at`);
      break;
    }
    const flags = bytes.readUInt16LE(at + 8);
    const method = bytes.readUInt16LE(at + 10);
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const commentLength = bytes.readUInt16LE(at + 32);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const { size, packed, offset } = widen(extra, {
      size: bytes.readUInt32LE(at + 24),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extraLength + commentLength;
    if (name.endsWith("/")) continue;
    if ((flags & 1) === 1) {
      encrypted++;
      continue;
    }
    const read = memberReader(source, { method, packed, at: offset + directory.shift });
    members.push({ name, size, read });
  }
  if (at < bytes.length && members.length === 0) problems.push("its directory cannot be read");
  if (encrypted > 0) problems.push(`${encrypted} members are encrypted`);
  return { members, problems };
}
