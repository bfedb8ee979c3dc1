// What GGML wrote before GGUF: `ggml`, `ggmf` and `ggjt`, each a number in the order of the processor, so
// that the letters stand backwards (`llama.cpp` before August 2023, `whisper.cpp` still). Which numbers
// follow depends on the model; only LLaMA's order is followed to the tensors, and of `ggml` itself,
// which every model wrote in its own way and with blocks of its time, only the counts are looked at.
import { openCursor, type Cursor } from "../bytes/cursor.ts";
import type { ByteSource } from "../bytes/source.ts";
import { ggmlBlocks } from "../gguf/blocks.ts";

export interface GgmlFile {
  readonly name: string;
  readonly version: number;
  readonly tensors: number;
  /** True where its numbers are in LLaMA's order, and all tensors were looked at. */
  readonly isFollowed: boolean;
  readonly problems: readonly string[];
}

const marks: Readonly<Record<string, string>> = {
  lmgg: "ggml",
  fmgg: "ggmf",
  tjgg: "ggjt",
  algg: "ggla",
};
/** The first numbers of each kind of model are counts; those behind may be fractions. */
const counts = 5;

/** Blocks before the third version of `ggjt`, which had their scale in four bytes. */
const older: Readonly<Record<number, readonly [elements: number, bytes: number]>> = {
  2: [32, 20],
  3: [32, 24],
  4: [16, 10],
  5: [16, 12],
  8: [32, 36],
};

class Stop extends Error {}

/** The name of the format by its first bytes; undefined where it is none of these. */
export function ggmlName(head: Buffer): string | undefined {
  const mark = head.toString("latin1", 0, 4);
  return Object.hasOwn(marks, mark) ? marks[mark] : undefined;
}

/** Reads header, vocabulary and the list of tensors. Total. */
export function readGgml(source: ByteSource): GgmlFile {
  const name = ggmlName(source.read(0, 4)) ?? "ggml";
  const problems: string[] = [];
  const cursor = openCursor(source, 4);
  let version = 0;
  let tensors = 0;
  let isFollowed = false;
  try {
    if (name !== "ggml") version = number(cursor);
    if (name === "ggla") return { name, version, tensors, isFollowed, problems };
    const header = Array.from({ length: 7 }, () => number(cursor));
    const odd = header.slice(0, counts).find((count) => count > source.size);
    if (odd !== undefined) throw new Stop(`it says that it has ${odd} of something`);
    if (name === "ggml") return { name, version, tensors, isFollowed, problems };
    isFollowed = passVocabulary(cursor, header[0]!);
    if (isFollowed)
      for (; cursor.at() < source.size; tensors++) passTensor(cursor, { name, version });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    problems.push(error.message);
  }
  return { name, version, tensors, isFollowed, problems };
}

/** False where what follows is no list of words with a tensor behind it: of another kind of model. */
function passVocabulary(cursor: Cursor, words: number): boolean {
  for (let index = 0; index < words; index++) {
    const length = cursor.take(4)?.readUInt32LE(0);
    if (length === undefined || length > 4_096) return false;
    // Each with its score.
    if (!cursor.skip(length + 4)) return false;
  }
  const at = cursor.at();
  const head = cursor.take(12);
  cursor.seek(at);
  if (head === undefined) return false;
  const [dimensions, length, type] = [0, 4, 8].map((place) => head.readUInt32LE(place));
  return dimensions! >= 1 && dimensions! <= 4 && length! >= 1 && length! <= 200 && type! < 64;
}

function passTensor(
  cursor: Cursor,
  { name, version }: { readonly name: string; readonly version: number },
): void {
  if (cursor.size - cursor.at() < 12) throw new Stop("it ends in the middle of a tensor");
  const [dimensions, length, type] = [number(cursor), number(cursor), number(cursor)];
  if (dimensions > 4) throw new Stop(`a tensor in it has ${dimensions} dimensions`);
  let elements = 1;
  for (let index = 0; index < dimensions; index++) elements *= number(cursor);
  const title = cursor.take(Math.min(length, 200));
  if (title === undefined || !cursor.skip(length - title.length))
    throw new Stop("a name in it is longer than the file");
  const shown = JSON.stringify(title.toString("utf8").slice(0, 80));
  if (elements > Number.MAX_SAFE_INTEGER)
    throw new Stop(`the tensor ${shown} has more elements than can be counted`);
  const block = (name === "ggjt" && version >= 3 ? undefined : older[type]) ?? ggmlBlocks[type];
  if (block === undefined) throw new Stop(`the tensor ${shown} has the type ${type}`);
  if (name === "ggjt") cursor.seek(Math.ceil(cursor.at() / 32) * 32);
  if (!cursor.skip(Math.ceil(elements / block[0]) * block[1]))
    throw new Stop(`the tensor ${shown} ends behind the end of the file`);
}

function number(cursor: Cursor): number {
  const bytes = cursor.take(4);
  if (bytes === undefined) throw new Stop("it ends in the middle of its header");
  return bytes.readUInt32LE(0);
}
