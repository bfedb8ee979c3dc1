// A member as directory and local header describe it, and where the two disagree.
//
// For Python's zipfile and PyTorch's miniz alike the directory decides on method, sizes, checksum and
// flags; of the local header both take where the data begin. Python compares the names as well and
// refuses the member where they differ, and refuses encrypted members; miniz does neither for what is
// read by its offset. Readers of streams (bsdtar, Java's ZipInputStream) and many scanners believe the
// local header. Data descriptors, which only they read, are not looked at.
import type { ByteSource } from "../bytes/source.ts";
import { nameOf, textOf, whyNameEscapes } from "./names.ts";
import type { ZipProblem, ZipProblems } from "./problems.ts";
import { saturated, type CentralHeader, type Header, type LocalHeader } from "./records.ts";
import { dataSource, unpackData, type PackedData } from "./unpack.ts";

/** A member of a ZIP file. */
export interface ZipMember {
  /** As the directory says, or else the local header. */
  readonly name: string;
  /** As the local header says, where it says something else. */
  readonly localName?: string;
  readonly from: "both" | "central" | "local";
  /** Bytes, unpacked, as the archive says; 0 where only a data descriptor would know. */
  readonly size: number;
  readonly packed: number;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  /** Offset of its data; of its missing local header where it has none. */
  readonly at: number;
  readonly isLink: boolean;
  /** Its name is that of a folder, and it has no data. */
  readonly isFolder: boolean;
  /** At most `limit` bytes, unpacked; undefined where they cannot be had. */
  readonly read: (limit: number) => Buffer | undefined;
  /** A window on stored data, without a copy; undefined where they are packed. */
  readonly source: () => ByteSource | undefined;
}

const encrypted = 0x1 | 0x40;
/** Encrypted, patched, strongly encrypted, and a directory that is encrypted itself: 4.4.4. */
const refused = 0x1 | 0x20 | 0x40 | 0x2000;
/** How hard a packer tried says nothing, and writers differ. */
const effort = 0x6;
const descriptor = 0x8;
/** Python's zipfile refuses all of an archive where one member wants more: `MAX_EXTRACT_VERSION`. */
const maxVersion = 63;
const unixLink = 0xa000;

/** A member and what it is made of. */
export interface Parts {
  readonly source: ByteSource;
  readonly central?: CentralHeader;
  readonly local?: LocalHeader;
  /** Where its local header has to be. */
  readonly at: number;
}

/** The member that its parts make. */
export function memberOf(parts: Parts): ZipMember | undefined {
  const { source, central, local } = parts;
  const head: Header | undefined = central ?? local;
  if (head === undefined) return undefined;
  const { name, size, packed, method, flags, crc } = head;
  const isLink = central !== undefined && ((central.attributes >>> 16) & 0xf000) === unixLink;
  const from = local === undefined ? "central" : central === undefined ? "local" : "both";
  const data: PackedData | undefined = local && {
    source,
    at: local.dataAt,
    packed,
    size,
    methods: local.method === method ? [method] : [method, local.method],
    isMarkedEncrypted: (flags & encrypted) !== 0,
  };
  return {
    name,
    ...(central !== undefined && local !== undefined && !local.raw.equals(central.raw)
      ? { localName: local.name }
      : {}),
    from,
    size,
    packed,
    method,
    flags,
    crc,
    at: local?.dataAt ?? parts.at,
    isLink,
    isFolder: name.endsWith("/") && !hasData(head),
    read: (limit) => data && unpackData(data, limit),
    source: () => data && dataSource(data),
  };
}

/** Adds what is wrong with the parts of a member, each by itself. */
export function checkParts({ source, central, local, at }: Parts, problems: ZipProblems): void {
  const head = central ?? local;
  if (head === undefined) return;
  const member = head.name;
  const add = (kind: ZipProblem["kind"], detail: string): void =>
    problems.add({ kind, member, detail });

  for (const name of new Set([central?.name, local?.name, central?.otherName])) {
    const why = name === undefined ? undefined : whyNameEscapes(name);
    if (why !== undefined) add("path-escapes", why);
  }
  if ([central, local].some((each) => each !== undefined && hasBrokenName(each)))
    add("name-broken", "it is marked as UTF-8 and is none: Python cannot read the archive");
  if ((((central?.flags ?? 0) | (local?.flags ?? 0)) & refused) !== 0)
    add("flag-encrypted", "it is marked as encrypted or patched: Python refuses it");
  if (head.name.endsWith("/") && hasData(head))
    add("folder-with-data", `${head.size} bytes, which Python reads and PyTorch does not`);
  if (local !== undefined && local.dataAt + head.packed > source.size)
    add("truncated", `its data end after the file, at byte ${local.dataAt + head.packed}`);
  if (head.method === 0 && head.size !== head.packed && !isUnknown(head) && (head.flags & 1) === 0)
    add("size-differs", `${head.size} bytes are stored as ${head.packed}`);
  // Deflate makes 258 bytes of two bits at best: who believes such a size may think it too large to read.
  if (head.method === 8 && head.size > 1032 * (head.packed + 1) && !isUnknown(head))
    add("size-differs", `${head.packed} packed bytes cannot hold ${head.size}`);
  if (central === undefined) return;

  if (((central.attributes >>> 16) & 0xf000) === unixLink) add("link", "it is a symbolic link");
  if (central.version > maxVersion)
    add("version-unknown", `it wants version ${central.version / 10}: Python refuses the archive`);
  if (central.brokenExtra !== undefined)
    add("extra-broken", `${central.brokenExtra}: Python refuses the archive`);
  if (central.otherName !== undefined && isAscii(central.raw) && central.otherName !== member)
    add("name-differs", `Python calls it ${central.otherName}: it has two names`);
  if (local === undefined)
    add(
      "only-central",
      at >= source.size ? "it is after the end of the file" : `no header at byte ${at}`,
    );
  else compareHeaders(central, local, add);
}

function compareHeaders(
  central: CentralHeader,
  local: LocalHeader,
  add: (kind: ZipProblem["kind"], detail: string) => void,
): void {
  const isStreamed = (local.flags & descriptor) !== 0;
  if (!central.raw.equals(local.raw))
    add(
      "name-differs",
      `its local header says ${nameOf(local.raw)}: Python refuses it, PyTorch does not`,
    );
  const flags = (central.flags ^ local.flags) & ~effort;
  if (flags !== 0) add("flags-differ", `in bits 0x${flags.toString(16)}`);
  if (central.method !== local.method)
    add("method-differs", `${central.method}, and ${local.method} in its local header`);
  for (const key of ["size", "packed"] as const) {
    // Written after the data where those were streamed: zero, or all ones, before them.
    const isLeftOut = isStreamed && (local[key] === 0 || local[key] === saturated);
    if (central[key] === local[key] || isLeftOut) continue;
    const what = key === "size" ? "bytes" : "packed bytes";
    add("size-differs", `${central[key]} ${what}, and ${local[key]} in its local header`);
  }
  if (central.crc !== local.crc && !(isStreamed && local.crc === 0))
    add("crc-differs", "its local header has another checksum");
}

/** A local header whose sizes only its data descriptor knows. */
export function isUnknown(header: Header): boolean {
  return (header.flags & descriptor) !== 0 && (header.packed === 0 || header.packed === saturated);
}

/** Some packers pack even a folder, into the few bytes of an empty block. */
function hasData({ size, packed }: Header): boolean {
  return size > 0 || packed > 32;
}

function hasBrokenName({ flags, raw }: Header): boolean {
  return (flags & 0x800) !== 0 && textOf(raw) === undefined;
}

function isAscii(bytes: Buffer): boolean {
  return bytes.every((byte) => byte < 0x80);
}
