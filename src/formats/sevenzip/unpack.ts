// Undoes the coders of a folder, the innermost first.
import { bytesOf, type ByteSource } from "../bytes/source.ts";
import { unpackBzip2 } from "../pack/bzip2.ts";
import { decodeLzma, newLzmaState, resetState, setProperties } from "../pack/lzma-engine.ts";
import { readLzma2 } from "../pack/lzma2.ts";
import { newOutput, unpackedOf } from "../pack/unpacked.ts";
import { isKnownFilter, undoFilter } from "../pack/xz-filters.ts";
import { unpackData } from "../zip/unpack.ts";
import { unpackBcj2 } from "./bcj2.ts";
import type { Coder, Folder, Streams } from "./streams.ts";

/** What a folder gave, and why it is not all. */
export interface UnpackedFolder {
  readonly bytes: Buffer;
  /** As the end of a sentence: "is encrypted". */
  readonly problem?: string;
}

/** Coders that stand before another one and change single bytes, by their number in .xz. */
const filters: ReadonlyMap<string, number> = new Map([
  ["03", 0x03],
  ["04", 0x04],
  ["03030103", 0x04],
]);
const names: ReadonlyMap<string, string> = new Map([
  ["030401", "PPMd"],
  ["040109", "Deflate64"],
  ["05", "a filter for PowerPC"],
  ["06", "a filter for IA-64"],
  ["07", "a filter for ARM"],
  ["08", "a filter for ARM-Thumb"],
  ["09", "a filter for SPARC"],
  ["0a", "a filter for ARM64"],
  ["0b", "a filter for RISC-V"],
  ["03030205", "a filter for PowerPC"],
  ["03030501", "a filter for ARM"],
]);
const encryption = /^06f1/;
/** How many coders may follow one another. */
const maxChain = 8;
/** What a stream may have more than what it packs. */
const slack = 1024 * 1024;

/** Unpacks at most so many bytes of a folder. Total. */
export function unpackFolder(
  source: ByteSource,
  { streams, index }: { readonly streams: Streams; readonly index: number },
  limit: number,
): UnpackedFolder {
  const folder = streams.folders[index]!;
  const inputs = new Map<number, Buffer>();
  for (const [place, input] of folder.packed.entries()) {
    const { at, size } = streams.packed[index]![place] ?? { at: 0, size: 0 };
    const wanted = Math.min(size, 2 * limit + slack);
    inputs.set(input, Number.isSafeInteger(at) ? source.read(at, wanted) : Buffer.alloc(0));
  }
  return give({ folder, inputs, limit }, folder.main, 0);
}

interface Work {
  readonly folder: Folder;
  readonly inputs: ReadonlyMap<number, Buffer>;
  readonly limit: number;
}

function give(work: Work, which: number, depth: number): UnpackedFolder {
  const { folder, inputs, limit } = work;
  const nothing = Buffer.alloc(0);
  if (depth > maxChain) return { bytes: nothing, problem: "is packed in too many steps" };
  const coder = folder.coders[which]!;
  const first = folder.coders.slice(0, which).reduce((sum, one) => sum + one.inputs, 0);
  const given: Buffer[] = [];
  let problem: string | undefined;
  for (let input = first; input < first + coder.inputs; input++) {
    const from = folder.bound.get(input);
    const one: UnpackedFolder =
      from === undefined ? { bytes: inputs.get(input) ?? nothing } : give(work, from, depth + 1);
    problem ??= one.problem;
    given.push(one.bytes);
  }
  const made = undo(coder, given, Math.min(limit, coder.size));
  return { bytes: made.bytes, problem: problem ?? made.problem };
}

function undo(coder: Coder, given: readonly Buffer[], limit: number): UnpackedFolder {
  const { method, properties } = coder;
  const input = given[0]!;
  const unknown = (what: string): UnpackedFolder => ({ bytes: Buffer.alloc(0), problem: what });
  if (encryption.test(method)) return unknown("is encrypted");
  if (method === "0303011b" && given.length === 4)
    return { bytes: unpackBcj2([given[0]!, given[1]!, given[2]!, given[3]!], limit) };
  if (given.length !== 1)
    return unknown(`is packed by coder ${method} with ${given.length} inputs`);
  const id = filters.get(method);
  if (id !== undefined) {
    const filter = { id, properties };
    if (!isKnownFilter(filter)) return unknown("is packed by a filter with odd properties");
    const bytes = Buffer.from(input.subarray(0, limit));
    const settled = undoFilter(filter, bytes);
    return { bytes: bytes.length < coder.size ? bytes.subarray(0, settled) : bytes };
  }
  switch (method) {
    case "00":
      return { bytes: input.subarray(0, limit) };
    case "030101":
      return byLzma(coder, input, limit);
    case "21":
      return byLzma2(input, limit);
    case "040202":
      return told(unpackBzip2(input, limit));
    case "040108":
      return byDeflate(8, input, limit);
    case "04f71101":
      return byDeflate(93, input, limit);
    default:
      return unknown(
        `is packed by ${names.get(method) ?? `method ${method}`}, which is not unpacked`,
      );
  }
}

function told(unpacked: ReturnType<typeof unpackBzip2>): UnpackedFolder {
  const { bytes, problem } = unpacked;
  // The limit is one of this reader, who knows it.
  const isWhole = problem === undefined || problem.kind === "limit";
  return { bytes, problem: isWhole ? undefined : `stops: ${problem.message}` };
}

function byLzma(coder: Coder, input: Buffer, limit: number): UnpackedFolder {
  const lzma = newLzmaState();
  const output = newOutput(limit);
  if (coder.properties.length < 5 || !setProperties(lzma, coder.properties[0]!))
    return {
      bytes: Buffer.alloc(0),
      problem: "is packed with properties of LZMA that are not read",
    };
  resetState(lzma);
  const whole = { bytes: input, from: 0, end: input.length, target: coder.size, mayMark: true };
  const { kind } = decodeLzma(lzma, whole, output);
  const { bytes } = unpackedOf(output);
  return { bytes, problem: kind === "broken" ? "is broken" : undefined };
}

function byLzma2(input: Buffer, limit: number): UnpackedFolder {
  const output = newOutput(limit);
  const { problem } = readLzma2(newLzmaState(), { bytes: input, at: 0 }, output);
  return told(unpackedOf(output, problem));
}

function byDeflate(method: number, input: Buffer, limit: number): UnpackedFolder {
  const data = { source: bytesOf(input), at: 0, packed: input.length, size: limit };
  const bytes = unpackData({ ...data, methods: [method], isMarkedEncrypted: false }, limit);
  return bytes === undefined ? { bytes: Buffer.alloc(0), problem: "is broken" } : { bytes };
}
