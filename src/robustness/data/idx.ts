// The IDX files of MNIST and its kin: http://yann.lecun.com/exdb/mnist/ , "the IDX file format". Often gzipped.
import { gunzipSync } from "node:zlib";
import { bytesOf } from "../../formats/bytes/source.ts";
import { npyElements } from "../../formats/numpy/elements.ts";
import { sizeOf } from "../batch.ts";
import { dataLimits, invalid, wholeOf, type OpenFile } from "./fault.ts";
import type { NpyArray } from "./npy.ts";

/** Codes of IDX, as NumPy writes the same types. Numbers are big-endian. */
const types: Readonly<Record<number, string>> = {
  0x08: "|u1",
  0x09: "|i1",
  0x0b: ">i2",
  0x0c: ">i4",
  0x0d: ">f4",
  0x0e: ">f8",
};

/** Whether the first bytes are those of an IDX file. */
export function looksLikeIdx(head: Buffer): boolean {
  return (
    head.length >= 8 &&
    head[0] === 0 &&
    head[1] === 0 &&
    Object.hasOwn(types, head[2]!) &&
    head[3]! > 0 &&
    head[3]! <= 8
  );
}

/** Unpacks a file that is gzipped, and gives others as they are. */
export function unzipped(file: OpenFile): OpenFile {
  if (!file.source.read(0, 2).equals(Buffer.of(0x1f, 0x8b))) return file;
  try {
    const bytes = gunzipSync(wholeOf(file, dataLimits.wholeFile), {
      maxOutputLength: dataLimits.wholeFile,
    });
    return { ...file, source: bytesOf(bytes) };
  } catch (cause) {
    throw invalid(
      `${file.path} cannot be unpacked`,
      "Load the file again; it is damaged or too large.",
      cause,
    );
  }
}

/** An IDX file as an array. */
export function openIdx({ path, source }: OpenFile): NpyArray {
  const head = source.read(0, 4 + 4 * 8);
  if (!looksLikeIdx(head))
    throw invalid(`${path} is no IDX file`, "Name a file such as t10k-images-idx3-ubyte.gz.");
  const rank = head[3]!;
  const dataAt = 4 + 4 * rank;
  if (head.length < dataAt) throw invalid(`${path} is cut off`, "Load the file again.");
  const shape = Array.from({ length: rank }, (_, axis) => head.readUInt32BE(4 + 4 * axis));
  const elements = npyElements(types[head[2]!]!)!;
  if (dataAt + sizeOf(shape) * elements.width > source.size)
    throw invalid(
      `${path} is cut off: its shape is ${shape.join(" × ")}, and fewer numbers are there`,
      "Load the file again.",
    );
  return { name: path, shape, isFortran: false, elements, source, dataAt };
}
