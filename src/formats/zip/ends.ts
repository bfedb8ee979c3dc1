// Where readers find the directory. Each looks for it in its own way, so that one file can hold several.
//
// Python's zipfile takes the last end record of the last 64 KiB, and looks for the directory before it:
// its size says where it starts, and the offset in the record only moves the members (`concat`). A
// 64-bit record has to stand right before its locator (and since CVE-2025-8291 where that says).
//
// PyTorch's miniz takes the last end record, too, and believes every offset, counted from the start of
// the file: that of the 64-bit record, of the directory and of the members.
//
// Both prefer the 64-bit record wherever there is one. Others (Info-ZIP, Java, Go) read it only where
// a field of the 32-bit record says so.
import type { ByteSource } from "../bytes/source.ts";
import type { ZipProblems } from "./problems.ts";
import {
  centralSignature,
  end64Signature,
  locatorSignature,
  readAt,
  readWide,
  saturated,
} from "./records.ts";

const endSize = 22;
const end64Size = 56;
const locatorSize = 20;
const maxComment = 0xffff;
/** End records are looked for in so many of the last bytes. */
export const endsWithin = endSize + maxComment;
const endBytes = Buffer.from("PK\x05\x06", "latin1");

/** A directory, as a reader finds it. */
export interface Directory {
  readonly reader: "Python" | "PyTorch" | "other readers";
  readonly at: number;
  readonly size: number;
  /** Members, as the record says. */
  readonly count: number;
  /** Bytes to be added to the offsets of members. */
  readonly shift: number;
}

/** An end record with its directories. */
export interface End {
  readonly at: number;
  /** Where its first record begins: a 64-bit one stands before it. */
  readonly from: number;
  /** After its comment. */
  readonly to: number;
  readonly directories: readonly Directory[];
}

/** Where end records may be, the last one first: it is the one that Python and PyTorch take. */
export function findEnds(source: ByteSource, problems: ZipProblems): readonly number[] {
  const tailAt = Math.max(0, source.size - endsWithin);
  const tail = readAt(source, tailAt, endsWithin);
  const ends: number[] = [];
  for (let at = tail.lastIndexOf(endBytes); at >= 0;) {
    if (at + endSize <= tail.length) ends.push(tailAt + at);
    else if (tail.length < endSize || tail.indexOf(endBytes) === at)
      problems.add({ kind: "truncated", detail: "the end record is cut" });
    // Python gives up where the last signature has no room for a record; PyTorch goes on to the next.
    // It sees the record first where that has no comment, and then all is well.
    else if (!isBareEnd(tail))
      problems.add({
        kind: "several-ends",
        detail: "another end record begins in the last bytes: Python finds no directory",
      });
    if (at === 0) break;
    at = tail.lastIndexOf(endBytes, at - 1);
  }
  return ends;
}

function isBareEnd(tail: Buffer): boolean {
  const at = tail.length - endSize;
  return at >= 0 && tail.indexOf(endBytes, at) === at && tail.readUInt16LE(at + 20) === 0;
}

interface Fields {
  readonly count: number;
  readonly countHere: number;
  readonly size: number;
  readonly offset: number;
}

function read64(source: ByteSource, at: number): Fields | undefined {
  const bytes = readAt(source, at, end64Size);
  if (bytes.length < end64Size || bytes.readUInt32LE(0) !== end64Signature) return undefined;
  return {
    countHere: readWide(bytes, 24),
    count: readWide(bytes, 32),
    size: readWide(bytes, 40),
    offset: readWide(bytes, 48),
  };
}

/** A 32-bit record that contradicts the 64-bit one is followed by some readers. */
function contradicts(narrow: Fields, wide: Fields): boolean {
  return (
    (narrow.size !== saturated && narrow.size !== wide.size) ||
    (narrow.offset !== saturated && narrow.offset !== wide.offset) ||
    (narrow.count !== 0xffff && narrow.count !== wide.count)
  );
}

/** Whether there is a directory at all where one is said to be. */
function isReal(source: ByteSource, { at, size, count }: Directory): boolean {
  if (size === 0 && count === 0) return true;
  const bytes = readAt(source, at, 4);
  return bytes.length === 4 && bytes.readUInt32LE(0) === centralSignature;
}

/** The end record at a place that `findEnds` named, and all directories that readers find by it. */
export function readEnd(source: ByteSource, at: number, problems: ZipProblems): End | undefined {
  const bytes = readAt(source, at, endSize);
  if (bytes.length < endSize) return undefined;
  const narrow = {
    countHere: bytes.readUInt16LE(8),
    count: bytes.readUInt16LE(10),
    size: bytes.readUInt32LE(12),
    offset: bytes.readUInt32LE(16),
  };
  const to = at + endSize + bytes.readUInt16LE(20);
  if (to > source.size) problems.add({ kind: "truncated", detail: "the comment is cut" });

  const locator = readAt(source, at - locatorSize, locatorSize);
  const hasLocator = locator.length === locatorSize && locator.readUInt32LE(0) === locatorSignature;
  const before = at - locatorSize - end64Size;
  const python64 = hasLocator ? read64(source, before) : undefined;
  const pytorchAt = hasLocator ? readWide(locator, 8) : 0;
  const pytorch64 = hasLocator ? read64(source, pytorchAt) : undefined;

  const found: Directory[] = [];
  function offer({ reader, at, size, count, shift }: Directory): void {
    const isKnown = found.some(
      (each) => each.at === at && each.size === size && each.shift === shift,
    );
    const directory = { reader, at, size, count, shift };
    if (!isKnown && at >= 0 && isReal(source, directory)) found.push(directory);
  }
  const python = python64 ?? narrow;
  const start = (python64 === undefined ? at : before) - python.size;
  offer({ reader: "Python", at: start, ...sized(python), shift: start - python.offset });
  const pytorch = pytorch64 ?? narrow;
  offer({ reader: "PyTorch", at: pytorch.offset, ...sized(pytorch), shift: 0 });
  const wide = python64 ?? pytorch64;
  if (wide !== undefined && contradicts(narrow, wide)) {
    problems.add({
      kind: "directories-differ",
      detail: "the 32-bit and 64-bit end records differ",
    });
    offer({ reader: "other readers", at: narrow.offset, ...sized(narrow), shift: 0 });
  }
  if (isPart(bytes, python) || (hasLocator && isPartByLocator(locator)))
    problems.add({ kind: "several-parts", detail: "it claims to be one part of several" });
  const [first, second] = found;
  if (first !== undefined && second !== undefined)
    problems.add({
      kind: "directories-differ",
      detail: `${first.reader} finds it at byte ${first.at}, ${second.reader} at byte ${second.at}`,
    });
  else if (first !== undefined && first.reader !== "Python")
    problems.add({ kind: "directories-differ", detail: `only ${first.reader} finds it` });
  const from = python64 === undefined ? (hasLocator ? at - locatorSize : at) : before;
  return { at, from, to: Math.min(to, source.size), directories: found };
}

/** miniz wants the first part, which it lets be called 1, and Python reads every one. */
function isPart(end: Buffer, { count, countHere }: Fields): boolean {
  return count !== countHere || end.readUInt16LE(4) !== 0 || end.readUInt16LE(6) !== 0;
}

/** Python refuses a directory that is in another part, and miniz does not look at where it is. */
function isPartByLocator(locator: Buffer): boolean {
  return locator.readUInt32LE(4) !== 0 || locator.readUInt32LE(16) !== 1;
}

function sized({ size, count }: Fields): { readonly size: number; readonly count: number } {
  return { size, count };
}
