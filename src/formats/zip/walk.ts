// The members of a model file that is a ZIP archive (PyTorch, Keras, NumPy, skops), seen by directory and
// by local headers, with all that the two say differently: APPNOTE.TXT 6.3.10.
//
// Every reader that is deceived is deceived by a difference, so that the union of what all of them see is
// listed, and each difference is a problem. How readers find a directory is said in ends.ts, what they
// take of a member in members.ts. Data are read only where a member is asked for them.
import { crc32 } from "node:zlib";
import type { ByteSource } from "../bytes/source.ts";
import { endsWithin, findEnds, readEnd, type Directory, type End } from "./ends.ts";
import { findLocals, gapsBetween, isSpent, type Span } from "./gaps.ts";
import { checkParts, isUnknown, memberOf, type Parts, type ZipMember } from "./members.ts";
import {
  gatherProblems,
  zipLimits,
  type ZipLimits,
  type ZipProblem,
  type ZipProblems,
} from "./problems.ts";
import { readAt, readCentral, readLocal } from "./records.ts";

export type { ZipMember } from "./members.ts";
export type { ZipLimits, ZipProblem, ZipProblemKind } from "./problems.ts";

/** The members of a ZIP file, and everything that is wrong with it. */
export interface ZipWalk {
  readonly members: readonly ZipMember[];
  readonly problems: readonly ZipProblem[];
}

/** End records beyond these are told, and their directories not read. */
const maxEnds = 8;

interface Walk {
  readonly source: ByteSource;
  readonly limits: ZipLimits;
  readonly problems: ZipProblems;
  readonly members: ZipMember[];
  /** What members, directories and end records cover. */
  readonly spans: Span[];
  directoryBytes: number;
}

/** Archives are walked for what loads them, and for the texts in them. */
const walked = new WeakMap<ByteSource, ZipWalk>();

/** Walks a ZIP file. Total: what cannot be read is in `problems`, and a sound file has none. */
export function walkZip(source: ByteSource): ZipWalk {
  let walk = walked.get(source);
  if (walk === undefined) walked.set(source, (walk = walkZipWithin(source)));
  return walk;
}

/** As `walkZip`, within limits of one's own. */
export function walkZipWithin(source: ByteSource, limits: Partial<ZipLimits> = {}): ZipWalk {
  const all = { ...zipLimits, ...limits };
  const walk: Walk = {
    source,
    limits: all,
    problems: gatherProblems(all.problemsOfAKind),
    members: [],
    spans: [],
    directoryBytes: all.directoryBytes,
  };
  const last = walkEnds(walk);
  searchGaps(walk, last);
  checkNames(walk);
  return { members: walk.members, problems: walk.problems.list };
}

/** Follows the last end record, then all others that lie outside the members of those before. */
function walkEnds(walk: Walk): End | undefined {
  const { source, problems, spans } = walk;
  let last: End | undefined;
  let count = 0;
  let open: readonly Span[] = [{ from: 0, to: source.size }];
  for (const at of findEnds(source, problems)) {
    // One that is covered is that of an archive in the archive, stored.
    if (!open.some(({ from, to }) => at >= from && at < to)) continue;
    count++;
    if (count > 1)
      problems.add({ kind: "several-ends", detail: `another end record is at byte ${at}` });
    if (count > maxEnds) break;
    const end = readEnd(source, at, problems);
    if (end === undefined) continue;
    // Its comment is no place for another end record, and is therefore not covered yet.
    spans.push({ from: end.from, to: at + 22 });
    last ??= end;
    if (end.directories.length === 0)
      problems.add({
        kind: "no-directory",
        detail: `there is none for the end record at byte ${at}`,
      });
    for (const directory of end.directories) walkDirectory(walk, directory);
    open = gapsBetween(spans, source.size).filter(({ to }) => to > source.size - endsWithin);
  }
  if (last === undefined) problems.add({ kind: "no-directory", detail: "it has no end record" });
  else spans.push({ from: last.at, to: last.to });
  return last;
}

function walkDirectory(walk: Walk, directory: Directory): void {
  const { source, problems, limits } = walk;
  const size = Math.max(
    0,
    Math.min(directory.size, source.size - directory.at, walk.directoryBytes),
  );
  if (size < directory.size)
    problems.add(
      size === walk.directoryBytes
        ? { kind: "limit", detail: `directories of more than ${limits.directoryBytes} bytes` }
        : { kind: "truncated", detail: "the directory ends after the file" },
    );
  walk.directoryBytes -= size;
  const bytes = readAt(source, directory.at, size);
  // What another directory has listed already is no news; what this one lists twice is.
  const known = new Set(walk.members.map(keyOf));
  const extents: Extent[] = [];
  let at = 0;
  let count = 0;
  for (let read = readCentral(bytes, 0); read !== undefined; read = readCentral(bytes, at)) {
    if (walk.members.length >= limits.members) {
      problems.add({ kind: "limit", detail: `more than ${limits.members} members` });
      break;
    }
    count++;
    at = read.next;
    const place = read.entry.offset + directory.shift;
    const parts = { source, central: read.entry, local: readLocal(source, place), at: place };
    const member = memberOf(parts);
    if (member === undefined || (known.size > 0 && known.has(keyOf(member)))) continue;
    checkParts(parts, problems);
    walk.members.push(member);
    if (member.from !== "both") continue;
    const to = Math.min(member.at + member.packed, source.size);
    extents.push({ from: place, to, name: member.name });
  }
  const isWhole = at === bytes.length && size === directory.size;
  if (isWhole && count !== directory.count)
    problems.add({
      kind: "counts-differ",
      detail: `${count} members (Python reads all), and ${directory.count} by the end record (PyTorch)`,
    });
  if (at !== bytes.length && walk.members.length < limits.members)
    problems.add({
      kind: "truncated",
      detail: `the directory breaks off at byte ${directory.at + at}`,
    });
  findOverlaps(walk, extents, directory.at);
  walk.spans.push({ from: directory.at, to: directory.at + size });
  for (const extent of extents) walk.spans.push(extent);
}

function keyOf(member: ZipMember): string {
  const { name, localName, at, flags, method, crc, packed, size, isLink } = member;
  return JSON.stringify([at, flags, method, crc, packed, size, isLink, name, localName]);
}

/** The bytes of a member: header and data. */
interface Extent extends Span {
  readonly name: string;
}

/**
 * No member of a directory may reach into the next one, or into the directory: Python refuses those that
 * do since CVE-2024-0450, and PyTorch does not.
 */
function findOverlaps({ problems }: Walk, extents: readonly Extent[], directoryAt: number): void {
  let reached = 0;
  let before = "";
  for (const { from, to, name } of extents.toSorted((one, other) => one.from - other.from)) {
    if (from < reached)
      problems.add({ kind: "overlap", member: name, detail: `it shares bytes with ${before}` });
    if (from < directoryAt && to > directoryAt)
      problems.add({ kind: "overlap", member: name, detail: "it shares bytes with the directory" });
    if (to <= reached) continue;
    reached = to;
    before = name;
  }
}

/** Looks for local headers where no directory says that there is something. */
function searchGaps(walk: Walk, last: End | undefined): void {
  const { source, limits, problems } = walk;
  const budget = { bytes: limits.searchedBytes, headers: limits.members };
  const gaps = gapsBetween(walk.spans, source.size);
  for (const gap of gaps) {
    for (const { local, to } of findLocals(source, gap, budget)) {
      if (walk.members.length >= limits.members) {
        problems.add({ kind: "limit", detail: `more than ${limits.members} members` });
        return;
      }
      // Its data descriptor may lie between; what unpacks data finds their end by itself.
      const packed = isUnknown(local) ? to - local.dataAt : local.packed;
      const parts: Parts = { source, local: { ...local, packed }, at: local.at };
      const member = memberOf(parts);
      if (member === undefined) continue;
      checkParts(isUnknown(local) ? { ...parts, local } : parts, problems);
      problems.add({ kind: "only-local", member: member.name, detail: `at byte ${local.at}` });
      walk.members.push(member);
      walk.spans.push({ from: local.at, to });
    }
  }
  if (isSpent(budget))
    problems.add({
      kind: "limit",
      detail: `not all bytes outside the members were searched for more of them`,
    });
  if (last === undefined) return;
  for (const { from, to } of gapsBetween(walk.spans, source.size)) {
    if (from === 0)
      problems.add({ kind: "prepended", detail: `${to} bytes are before the archive` });
    if (from === last.to)
      problems.add({ kind: "appended", detail: `${to - from} bytes are after the archive` });
  }
}

/**
 * Names that stand for two members. Python opens the last of them, PyTorch whichever its binary search
 * meets, for which upper and lower case are the same. NumPy's arrays may differ by case alone, so that
 * this is told of PyTorch's archives only, which have a member `version`.
 */
function checkNames({ members, problems }: Walk): void {
  const isPyTorch = members.some(({ name }) => /^[^/]*\/(?:\.data\/)?version$/i.test(name));
  const seen = new Map<string, number>();
  for (const { name, from } of members) {
    if (from === "local") continue;
    // Python ends a name at a NUL.
    const plain = name.split("\0", 1)[0]!;
    const key = isPyTorch ? plain.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : plain;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    if (count === 2)
      problems.add({ kind: "duplicate-name", member: name, detail: "readers open different ones" });
  }
}

/**
 * What is wrong with the data of a member, of which at most `limit` bytes are unpacked; nothing where it
 * says that it is larger. PyTorch loads a member whose checksum is wrong, which Python's zipfile refuses.
 */
export function checkMember(member: ZipMember, limit: number): readonly ZipProblem[] {
  const { name, size, crc, isFolder } = member;
  if (size > limit || isFolder || member.from === "central") return [];
  // What only a data descriptor knows.
  if (member.from === "local" && (member.flags & 0x8) !== 0) return [];
  const bytes = member.read(size + 1);
  if (bytes === undefined)
    return [{ kind: "unreadable", member: name, detail: `method ${member.method}` }];
  if (bytes.length > size)
    return [
      { kind: "size-differs", member: name, detail: `it unpacks to more than ${size} bytes` },
    ];
  if (bytes.length < size)
    return [
      {
        kind: "size-differs",
        member: name,
        detail: `it unpacks to ${bytes.length} of ${size} bytes`,
      },
    ];
  if (crc32(bytes) === crc) return [];
  return [{ kind: "crc-wrong", member: name, detail: "its data have another checksum" }];
}
