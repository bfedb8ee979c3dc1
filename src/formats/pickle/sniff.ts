/*
 * Tells a pickle by walking its opcodes, since protocols 0 and 1 have no magic number and a
 * pickle loads under any name. It reads no value and decides nothing about danger.
 */
import type { ByteSource } from "../bytes/source.ts";

/** How the argument of an opcode is read: a byte count, a line count, or a length field. */
type Argument = number | "line" | "two lines" | "length 1" | "length 4" | "length 8";

const opcodes: (Argument | undefined)[] = [];
function define(letters: string, argument: Argument): void {
  for (const letter of letters) opcodes[letter.charCodeAt(0)] = argument;
}
define("(.0123NQRbdelostu)]}a\x81\x85\x86\x87\x88\x89\x8f\x90\x91\x93\x94\x97\x98", 0);
define("KhqU\x80\x82", 1);
define("M\x83", 2);
define("Jjr\x84", 4);
define("G\x95", 8);
define("FILPSVgp", "line");
define("ci", "two lines");
define("UC\x8a\x8c", "length 1");
define("BTX\x8b", "length 4");
define("\x8d\x8e\x96", "length 8");

/** What an opcode takes from the stack and puts on it; one that is not here only pushes. */
const stackEffects: (readonly [takes: number, puts: number] | undefined)[] = [];
/** As above, for what takes all down to the last MARK: what it takes below that, and puts. */
const toMark: (readonly [takes: number, puts: number] | undefined)[] = [];
for (const [letters, takes, puts] of [
  ["0", 1, 0],
  ["2", 1, 2],
  ["abR\x81\x86\x93", 2, 1],
  ["s\x87\x92", 3, 1],
  ["Qpqr\x85\x94\x98", 1, 1],
  ["ghj", 0, 1],
  ["\x80\x95", 0, 0],
] as const)
  for (const letter of letters) stackEffects[letter.charCodeAt(0)] = [takes, puts];
for (const [letters, takes, puts] of [
  ["tldio\x91", 0, 1],
  ["1", 0, 0],
  ["eu\x90", 1, 1],
] as const)
  for (const letter of letters) toMark[letter.charCodeAt(0)] = [takes, puts];

const mark = 0x28;
const pop = 0x30;
const pushes = [0, 1] as const;

/** The depth of a pickle machine's stack; text that looks like opcodes soon takes from an empty one. */
function stackDepth(): {
  readonly step: (opcode: number) => boolean;
  readonly depth: () => number;
} {
  let depth = 0;
  const marks: number[] = [];
  function step(opcode: number): boolean {
    if (opcode === mark) {
      marks.push(depth);
      return true;
    }
    const marked = toMark[opcode];
    if (marked !== undefined) {
      const last = marks.pop();
      if (last === undefined || last < marked[0]) return false;
      depth = last - marked[0] + marked[1];
      return true;
    }
    if (opcode === pop && marks.at(-1) === depth) {
      marks.pop();
      return true;
    }
    const [takes, puts] = stackEffects[opcode] ?? pushes;
    if (depth < takes) return false;
    depth += puts - takes;
    return true;
  }
  return { step, depth: () => depth };
}

const stop = 0x2e;
const identifier = /^[\w.<>]{1,200}$/;
/** Numbers as Python and C's `strtol` read them: in any base, with underscores, up to a NUL. */
const numeric = /^\s*[-+]?(?:0[xob][\da-f_]+|[\d._e+-]*(?:inf(?:inity)?|nan)?)L?\s*(?:\0.*)?$/is;

/** True for what is a few digits and nothing else, as nearly all lines of numbers are. */
function isPlain(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! < 0x30 || bytes[at]! > 0x39) return false;
  return end > start;
}

function fitsLine(bytes: Buffer, opcode: number, [start, end]: readonly [number, number]): boolean {
  const letter = String.fromCharCode(opcode);
  const written = (): string => bytes.toString("latin1", start, end).replace(/\r$/, "");
  if ("ci".includes(letter)) return identifier.test(written());
  if ("FILgp".includes(letter)) return isPlain(bytes, start, end) || numeric.test(written());
  if (letter === "S") return /^(["']).*\1$/.test(written());
  return true;
}

/** Offset behind the argument, or -1 where it cannot be one. Past the end means "cut off". */
function skipArgument(bytes: Buffer, at: number, opcode: number): number {
  const argument = opcodes[opcode];
  if (argument === undefined) return -1;
  if (typeof argument === "number") return at + argument;
  if (argument === "line" || argument === "two lines") {
    let end = at;
    for (let left = argument === "line" ? 1 : 2; left > 0; left--) {
      const start = end;
      const lineEnd = bytes.indexOf(10, start);
      if (lineEnd < 0)
        return bytes.length - start > 256 && argument !== "line" ? -1 : bytes.length + 1;
      if (!fitsLine(bytes, opcode, [start, lineEnd])) return -1;
      end = lineEnd + 1;
    }
    return end;
  }
  const width = argument === "length 1" ? 1 : argument === "length 4" ? 4 : 8;
  if (at + width > bytes.length) return bytes.length + 1;
  const length =
    width === 1
      ? (bytes[at] ?? 0)
      : width === 4
        ? bytes.readUInt32LE(at)
        : Number(bytes.readBigUInt64LE(at));
  return at + width + length;
}

/** What a pickler begins with when it writes no PROTO. */
const usual = "(c]}I(LFSVXU";
const importing = new Set([0x63, 0x69, 0x93]);
/** Arguments longer than what is at hand that are passed over; so many say enough. */
const maxWindows = 64;
const windowSize = 8 * 1024;
const longestLine = 1 << 20;

/** Bytes of the file at a place, as many as there are. */
type Read = (at: number, length: number) => Buffer;

/** Behind a line that begins here, in the whole file; undefined where it has no end. */
function lineEnd(read: Read, from: number): number | undefined {
  for (let at = from; at < from + longestLine; at += windowSize) {
    const piece = read(at, windowSize);
    const found = piece.indexOf(10);
    if (found >= 0) return at + found + 1;
    if (piece.length < windowSize) return undefined;
  }
  return undefined;
}

/**
 * True where the file begins as a pickle of any protocol. `bytes` may be only its beginning; where
 * `read` gives the rest, arguments that go beyond it are passed over.
 */
export function isPickle(bytes: Buffer, size: number, read?: Read): boolean {
  const first = bytes[0];
  if (first === undefined) return false;
  const announced = first === 0x80 && (bytes[1] ?? 255) <= 5 && size >= 4;
  // A reader asks for no PROTO: any opcode begins a pickle, but text and weights fit some of them.
  const isUsual = usual.includes(String.fromCharCode(first));
  const stack = stackDepth();
  let steps = 0;
  let imports = 0;
  let window = bytes;
  let start = 0;
  let windows = 1;
  let at = 0;
  while (at < window.length) {
    const opcode = window[at] ?? 0;
    if (opcode === stop) {
      if (announced || imports > 0) return true;
      if (stack.depth() === 0) return false;
      // One that is too short to tell may have another behind it.
      if (isUsual && steps >= 3) return true;
      const behind = start + at + 1;
      return isPickle(
        window.subarray(at + 1),
        size - behind,
        read && ((from, length) => read(behind + from, length)),
      );
    }
    // A broken pickle still runs up to where it breaks, so no more need be seen.
    const isMeant = announced ? steps >= 2 : imports > 0 && steps >= 4;
    if (isMeant) return true;
    if (!announced && !stack.step(opcode)) return false;
    let next = skipArgument(window, at + 1, opcode);
    if (next < 0) return false;
    steps++;
    if (importing.has(opcode)) imports++;
    if (next > window.length) {
      if (read !== undefined && windows++ < maxWindows) {
        if (opcodes[opcode] === "line") next = (lineEnd(read, start + at + 1) ?? Infinity) - start;
        if (start + next < size) {
          start += next;
          window = read(start, windowSize);
          at = 0;
          continue;
        }
      }
      return announced || (isUsual && steps >= 6) || (imports > 0 && steps >= 3);
    }
    at = next;
  }
  return announced || (isUsual && steps >= 6 && size > bytes.length) || (imports > 0 && steps >= 3);
}

/** What imports or calls. */
const acting = new Set(Buffer.from("ciRo\x81\x92\x93", "latin1"));
const longestWalk = 1 << 20;
/** An opcode with a length. */
const longestHead = 9;

/**
 * False where nothing is imported or called by what a machine reads from an offset on, in whatever
 * state it is, until it stops. Weights soon have a byte that is no opcode.
 */
export function mayAct(source: ByteSource, from: number): boolean {
  let window: Buffer = Buffer.alloc(0);
  let start = from;
  for (let at = from; at < source.size;) {
    if (at - from > longestWalk) return true;
    if (at + longestHead > start + window.length) {
      window = source.read(at, windowSize);
      start = at;
    }
    const opcode = window[at - start] ?? stop;
    const argument = opcodes[opcode];
    // Lines are read in more than one way.
    if (acting.has(opcode) || argument === "line") return true;
    if (argument === undefined || opcode === stop) return false;
    at = start + skipArgument(window, at - start + 1, opcode);
  }
  return false;
}
