// TensorRT. The format of an engine is not published; it begins with `ptrt` or `ftrt`, which Ultralytics
// puts behind metadata in JSON with their length before them. An engine is run as it stands, and one that
// is built to be compatible with other versions brings a library for the processor along, which is loaded
// where `engine_host_code_allowed` says so. Code for graphics processors is ELF as well, of its own machine.
import type { ByteSource } from "../formats/bytes/source.ts";
import { actLine, type ListingLine } from "./listing.ts";

const longestMetadata = 1024 * 1024;
const pieceSize = 1024 * 1024;
/** Bytes in which machine code is looked for. */
const maxSearched = 1024 * 1024 * 1024;
/** What is read of a header. */
const headerSize = 1024;
const maxTold = 10;

/** Processors that run a host's code (`e_machine`): x86, ARM, PowerPC, RISC-V, LoongArch. */
const hosts = new Set([3, 20, 21, 40, 62, 183, 243, 258]);

/** Where the engine begins; undefined where a file is none. */
export function engineAt(source: ByteSource): number | undefined {
  const head = source.read(0, 32);
  if (isEngine(head)) return 0;
  if (head.length < 32 || head[4] !== 0x7b) return undefined;
  const at = head.readUInt32LE(0) + 4;
  return at <= longestMetadata && isEngine(source.read(at, 32)) ? at : undefined;
}

/** The mark, and a small number for the version behind it, as no text has it. */
function isEngine(head: Buffer): boolean {
  return (
    head.length >= 24 &&
    /^[pf]trt$/.test(head.toString("latin1", 0, 4)) &&
    head.readUInt32LE(4) < 0x10000
  );
}

/** The lines of an engine, and what was not looked at. */
export function tensorrtLines(
  source: ByteSource,
  isLate?: () => boolean,
): {
  readonly lines: readonly ListingLine[];
  readonly unread: string | undefined;
} {
  const title = "# TensorRT engine: a native program for one kind of graphics processor";
  const lines: ListingLine[] = [{ text: title }];
  const end = Math.min(source.size, maxSearched);
  let at = 0;
  for (; at < end && lines.length < maxTold; at += pieceSize) {
    if (isLate?.() === true) break;
    // A mark at the edge is whole in one of both pieces.
    const piece = source.read(at, pieceSize + headerSize);
    for (const { place, what } of nativeIn(piece)) {
      if (place >= pieceSize || lines.length >= maxTold) break;
      const text = `# at ${at + place}: ${what}`;
      const message = `The engine holds machine code for the processor of the host (${what})`;
      lines.push(actLine(text, "native", message));
    }
  }
  const isWhole = at >= source.size || lines.length >= maxTold;
  return { lines, unread: isWhole ? undefined : `only its first ${at} bytes were looked at` };
}

function nativeIn(piece: Buffer): readonly { readonly place: number; readonly what: string }[] {
  const found: { place: number; what: string }[] = [];
  for (const [mark, what, isIt] of [
    ["\x7fELF", "ELF", isHostElf],
    ["MZ", "PE", isPe],
  ] as const)
    for (let at = piece.indexOf(mark, 0, "latin1"); at >= 0 && found.length < maxTold;) {
      if (isIt(piece, at)) found.push({ place: at, what });
      at = piece.indexOf(mark, at + 1, "latin1");
    }
  return found;
}

/** A library or a program, of this version of ELF, for a processor. */
function isHostElf(piece: Buffer, at: number): boolean {
  const head = piece.subarray(at, at + 64);
  if (head.length < 64 || head[5] !== 1 || head[6] !== 1) return false;
  const headerLength = head[4] === 2 ? head.readUInt16LE(52) : head.readUInt16LE(40);
  return (
    headerLength === (head[4] === 2 ? 64 : 52) &&
    [2, 3].includes(head.readUInt16LE(16)) &&
    hosts.has(head.readUInt16LE(18))
  );
}

/** The second header stands where the first says, with a machine of a host. */
function isPe(piece: Buffer, at: number): boolean {
  if (at + 64 > piece.length) return false;
  const second = piece.readUInt32LE(at + 60);
  if (second > headerSize - 6 || at + second + 6 > piece.length) return false;
  const isMarked = piece.toString("latin1", at + second, at + second + 4) === "PE\0\0";
  return isMarked && [0x14c, 0x8664, 0xaa64].includes(piece.readUInt16LE(at + second + 4));
}
