// The members of a tar archive: POSIX.1-2017 pax, section "ustar Interchange Format", and GNU's long
// names. Links, devices and sparse files hold no text of their own.
import type { ByteSource } from "../bytes/source.ts";

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

/** A name for another file. */
export interface ArchiveLink {
  readonly name: string;
  readonly target: string;
  /** True where the target is one of the archive's own members, by its whole name. */
  readonly isHard: boolean;
}

const block = 512;
const maxMembers = 100_000;
const maxName = 64 * 1024;

function textOf(bytes: Buffer, at: number, length: number): string {
  const field = bytes.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.toString("utf8", 0, end < 0 ? length : end);
}

/** Octal digits, or a number of base 256 where the first bit says so. */
function numberOf(bytes: Buffer, at: number, length: number): number {
  if ((bytes[at]! & 0x80) === 0) {
    const value = Number.parseInt(textOf(bytes, at, length).trim() || "0", 8);
    return Number.isNaN(value) ? -1 : value;
  }
  let value = bytes[at]! & 0x7f;
  for (let next = at + 1; next < at + length; next++) value = value * 256 + bytes[next]!;
  return value;
}

function hasSum(header: Buffer): boolean {
  let sum = 8 * 32;
  for (let at = 0; at < block; at++) if (at < 148 || at >= 156) sum += header[at]!;
  return sum === numberOf(header, 148, 8);
}

/** `27 path=some/name\n` of a pax header. */
function paxPath(records: string): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(records)?.[1];
}

/** The members of a tar archive, and the links among them. */
export interface TarListing extends ArchiveListing {
  readonly links: readonly ArchiveLink[];
}

/** Lists the members of a tar archive. Total: what cannot be read is in `problems`. */
export function listTar(source: ByteSource): TarListing {
  const links: ArchiveLink[] = [];
  const members: ArchiveMember[] = [];
  const problems: string[] = [];
  let longName: string | undefined;
  let at = 0;
  while (at + block <= source.size) {
    const header = source.read(at, block);
    if (header.length < block || header[0] === 0) break;
    const size = numberOf(header, 124, 12);
    if (!hasSum(header) || size < 0 || !Number.isSafeInteger(size)) {
      problems.push(`the header at byte ${at} is broken`);
      break;
    }
    if (members.length >= maxMembers) {
      problems.push(`only the first ${maxMembers} members were looked at`);
      break;
    }
    const from = at + block;
    const type = String.fromCharCode(header[156]!);
    const prefix = textOf(header, 345, 155);
    const isUstar = textOf(header, 257, 5) === "ustar";
    const short = textOf(header, 0, 100);
    const name = longName ?? (isUstar && prefix !== "" ? `${prefix}/${short}` : short);
    at = from + Math.ceil(size / block) * block;
    if (type === "L") {
      longName = textOf(source.read(from, Math.min(size, maxName)), 0, Math.min(size, maxName));
      continue;
    }
    if (type === "x") {
      longName = paxPath(source.read(from, Math.min(size, maxName)).toString("utf8")) ?? longName;
      continue;
    }
    if (type === "g") continue;
    longName = undefined;
    if ((type === "1" || type === "2") && links.length < maxMembers)
      links.push({ name, target: textOf(header, 157, 100), isHard: type === "1" });
    if (type !== "0" && type !== "\0" && type !== "7") continue;
    members.push({ name, size, read: (limit) => source.read(from, Math.min(size, limit)) });
  }
  return { members, problems, links };
}
