import { isRData } from "../formats/rdata/walk.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import { isPickle } from "../formats/pickle/sniff.ts";
import { isSafetensors } from "../formats/safetensors/sniff.ts";
import { isSevenZip } from "../formats/sevenzip/header.ts";
import { isTar } from "../formats/tar/sniff.ts";
import { ggmlName } from "../formats/ggml/read.ts";
import { configNames } from "./configs.ts";
import { nativeKind } from "./native.ts";
import { isJavaObjects } from "./java-objects.ts";
import { isExecutorch } from "./executorch.ts";
import type { Content } from "./suffix.ts";
import { engineAt } from "./tensorrt.ts";
import { isTextModel } from "./text-models.ts";
import { packingOf, peek } from "./unpack.ts";

/** Bytes at the beginning by which a file is known. */
export const headSize = 8 * 1024;

/** True where a pickle begins at an offset. */
export function isPickleAt(source: ByteSource, from: number): boolean {
  const read = (at: number, length: number): Buffer => source.read(from + at, length);
  return isPickle(read(0, headSize), source.size - from, read);
}

/** What a file is, by its first bytes. */
export function contentOf(head: Buffer, source: ByteSource): Content | undefined {
  const signature = head.length >= 4 ? head.readUInt32LE(0) : 0;
  if (signature === 0x04034b50 || signature === 0x06054b50) return "zip";
  if (head[0] === 0x93 && head.toString("latin1", 1, 6) === "NUMPY") return "numpy";
  if (isHdf5(head)) return "hdf5";
  if (head[4] === 0x54 && head.toString("latin1", 5, 8) === "FL3") return "tflite";
  if (isExecutorch(head)) return "executorch";
  if (isTar(head)) return "tar";
  if (isSevenZip(head)) return "7z";
  if (signature === 0x46554747) return "gguf";
  if (isSafetensors(head, source.size)) return "safetensors";
  if (ggmlName(head) !== undefined) return "ggml";
  if (engineAt(source) !== undefined) return "tensorrt";
  if (isRData(head)) return "rdata";
  if (isPickleAt(source, 0)) return "pickle";
  if (isNative(head)) return "native";
  const packing = packingOf(head);
  if (packing === undefined) return undefined;
  // `x^` begins texts as well.
  return packing === "zlib" && peek(head, packing).bytes.length === 0 ? undefined : "packed";
}

/** Bytes at the end of an archive that may be a comment. */
const longestComment = 22 + 0xffff;

/** True where the record stands at the end that ends an archive, with a comment that fits. */
export function hasZipEnd(source: ByteSource): boolean {
  if (source.size < 22) return false;
  const size = Math.min(source.size, longestComment);
  const tail = source.read(source.size - size, size);
  for (
    let at = tail.lastIndexOf("PK\x05\x06");
    at >= 0;
    at = tail.lastIndexOf("PK\x05\x06", at - 1)
  ) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true;
    if (at === 0) return false;
  }
  return false;
}

/** `MZ` begins texts as well. */
function isNative(head: Buffer): boolean {
  const kind = nativeKind(head);
  if (kind !== "PE") return kind !== undefined;
  const at = head.readUInt32LE(60);
  return head.toString("latin1", at, at + 4) === "PE\0\0";
}

/** A block of the user's own may stand before the file. */
export function isHdf5(head: Buffer): boolean {
  return [0, 512, 1024, 2048].some(
    (at) => head[at] === 0x89 && head.toString("latin1", at + 1, at + 8) === "HDF\r\n\x1a\n",
  );
}

/** Tables of Arrow and Parquet. */
export function isTable(head: Buffer): boolean {
  return /^(?:ARROW1|PAR1)/.test(head.toString("latin1", 0, 6));
}

/** What skops makes its objects from. */
const schemaNames = /(?:^|\/)schema\.json$/;
/** Graphs, of which some have no mark. */
const graphNames = /\.(?:onnx|mlmodel|pdmodel|tflite|pte)$|(?:^|\/)(?:saved_model\.pb|__model__)$/;
/** Larger ones would take the room that other members need. */
const maxGraph = 64 * 1024 * 1024;
/** Members that readers take for pickles by their name. */
const pickles = /\.(?:pkl|pickle)$/;

/** JSON in which Stable-Baselines3 keeps pickles as base64, and reads them (`common/save_util.py`). */
export function isSerialized(head: Buffer, name: string): boolean {
  return /(?:^|[!/])data$/.test(name) && /^\s*\{/.test(head.toString("latin1", 0, 64));
}

/** False for what cannot act, nor is run as templates of GGUF are: weights, texts, tables. */
export function isWorthy(
  head: Buffer,
  { size, name }: { readonly size: number; readonly name: string },
): boolean {
  const signature = head.length >= 4 ? head.readUInt32LE(0) : 0;
  return (
    signature === 0x04034b50 ||
    head.toString("latin1", 0, 4) === "GGUF" ||
    head.toString("latin1", 0, 6) === "\x93NUMPY" ||
    schemaNames.test(name) ||
    isSerialized(head, name) ||
    configNames.test(name) ||
    pickles.test(name) ||
    (size <= maxGraph && (graphNames.test(name) || isHdf5(head))) ||
    isExecutorch(head) ||
    isJavaObjects(head) ||
    isTextModel(head) ||
    packingOf(head) !== undefined ||
    isTar(head) ||
    isSevenZip(head) ||
    isRData(head) ||
    isPickle(head, size)
  );
}
