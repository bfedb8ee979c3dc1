import type { AssetKind } from "../core/index.ts";
import { oldJoblibHeader, packingOf } from "../load/unpack.ts";
import { isSafetensors } from "../formats/safetensors/sniff.ts";
import { isTar } from "../formats/tar/sniff.ts";
import { isPickle } from "../formats/pickle/sniff.ts";
import { isRData } from "../formats/rdata/walk.ts";

/** The first bytes of a file and what is known of the whole. */
export interface Head {
  readonly bytes: Buffer;
  /** Size of the whole file. */
  readonly size: number;
  /** File name in lower case, without its folder. */
  readonly name: string;
  /** The rest of it, where it can be read. */
  readonly read?: (at: number, length: number) => Buffer;
}

const fixed: readonly (readonly [kind: AssetKind, at: number, magic: string])[] = [
  ["zip", 0, "PK\x03\x04"],
  ["zip", 0, "PK\x05\x06"],
  ["zip", 0, "PK\x07\x08"],
  ["gzip", 0, "\x1f\x8b"],
  ["7z", 0, "7z\xbc\xaf\x27\x1c"],
  ["hdf5", 0, "\x89HDF\r\n\x1a\n"],
  ["hdf5", 512, "\x89HDF\r\n\x1a\n"],
  ["hdf5", 1024, "\x89HDF\r\n\x1a\n"],
  ["hdf5", 2048, "\x89HDF\r\n\x1a\n"],
  ["numpy", 0, "\x93NUMPY"],
  ["gguf", 0, "GGUF"],
  ["tflite", 4, "TFL3"],
  ["parquet", 0, "PAR1"],
  ["sqlite", 0, "SQLite format 3\0"],
  ["executable", 0, "\x7fELF"],
  ["executable", 0, "\xfe\xed\xfa\xce"],
  ["executable", 0, "\xfe\xed\xfa\xcf"],
  ["executable", 0, "\xce\xfa\xed\xfe"],
  ["executable", 0, "\xcf\xfa\xed\xfe"],
  ["executable", 0, "\xca\xfe\xba\xbe"],
  ["executable", 0, "\0asm"],
  ["image", 0, "\x89PNG\r\n\x1a\n"],
  ["image", 0, "\xff\xd8\xff"],
  ["image", 0, "GIF87a"],
  ["image", 0, "GIF89a"],
];

function has(bytes: Buffer, at: number, magic: string): boolean {
  if (bytes.length < at + magic.length) return false;
  for (let i = 0; i < magic.length; i++) {
    if (bytes[at + i] !== magic.charCodeAt(i)) return false;
  }
  return true;
}

/** `ir_version`, then the producer, the graph or another field of `ModelProto`. */
function isOnnx({ bytes, name }: Head): boolean {
  const version = bytes[1];
  if (bytes[0] !== 0x08 || version === undefined || version < 1 || version > 32) return false;
  if (name.endsWith(".onnx")) return true;
  const length = bytes[3] ?? 0;
  if (bytes[2] !== 0x12 || length === 0 || length > 64) return false;
  const producer = bytes.toString("latin1", 4, 4 + length);
  return (
    /^[\x20-\x7e]+$/.test(producer) &&
    [0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42].includes(bytes[4 + length] ?? 0)
  );
}

function isPe(bytes: Buffer): boolean {
  if (!has(bytes, 0, "MZ") || bytes.length < 64) return false;
  const at = bytes.readUInt32LE(60);
  return has(bytes, at, "PE\0\0") || at > bytes.length;
}

/** Blanks before a pickle, in a file that is called one: who strips a text loads it. */
function isPickleBehindBlanks({ bytes, size, name }: Head): boolean {
  if (!/\.(?:pkl|pickle|p|joblib|sav|dill)$/.test(name)) return false;
  const blanks = /^[ \t\r\n]{1,64}/.exec(bytes.toString("latin1", 0, 64))?.[0].length ?? 0;
  return blanks > 0 && isPickle(bytes.subarray(blanks), size - blanks);
}

/** What the first bytes say, and whether a program could begin with them as well. */
export interface Sign {
  readonly kind: AssetKind;
  /** False where the mark is plain text: `GIF89a = 1` is an image to some and Python to others. */
  readonly sure: boolean;
}

const printable = /^[\x20-\x7e]*$/;

/** Kind of a file whose first bytes have a known form, whatever it is called. */
export function kindByMagic(head: Head): Sign | undefined {
  const { bytes, name, read } = head;
  // `GIF87a` and `MZ` are opcodes with their arguments as well, and a pickle acts.
  const pickle = isPickle(bytes, head.size, read)
    ? ({ kind: "pickle", sure: bytes[0] === 0x80 } as const)
    : undefined;
  for (const [kind, at, magic] of fixed) {
    if (!has(bytes, at, magic)) continue;
    const sure = !printable.test(magic);
    return sure ? { kind, sure } : (pickle ?? { kind, sure });
  }
  if (has(bytes, 0, "RIFF") && has(bytes, 8, "WEBP")) return { kind: "image", sure: false };
  if (name.endsWith(".pyc") && bytes[2] === 0x0d && bytes[3] === 0x0a) {
    return { kind: "executable", sure: true };
  }
  if (isTar(bytes)) return { kind: "tar", sure: false };
  if (isSafetensors(bytes, head.size)) return { kind: "safetensors", sure: false };
  if (isOnnx(head)) return { kind: "onnx", sure: true };
  if (pickle !== undefined) return pickle;
  if (isPickleBehindBlanks(head)) return { kind: "pickle", sure: false };
  if (isPe(bytes)) return { kind: "executable", sure: false };
  if (isRData(bytes)) return { kind: "binary", sure: false };
  if (oldJoblibHeader(bytes) !== undefined) return { kind: "binary", sure: false };
  // joblib packs pickles with any of these; a small one has few odd bytes.
  if (packingOf(bytes) !== undefined && !printable.test(bytes.toString("latin1", 0, 64)))
    return { kind: "binary", sure: false };
  // A zip may have a shebang line before it (PEP 441, `python -m zipapp`).
  if (has(bytes, 0, "#!")) {
    const end = bytes.indexOf(10);
    if (end > 0 && has(bytes, end + 1, "PK\x03\x04")) return { kind: "zip", sure: true };
  }
  return undefined;
}
