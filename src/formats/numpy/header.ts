// The header of a `.npy` file: a dictionary that is written as Python writes it (NEP 1,
// `numpy/lib/format.py`). numpy evaluates it as a literal and so do we, without Python.
import type { ByteSource } from "../bytes/source.ts";

export interface NpyHeader {
  /** The type as it is written: `<f8`, `|O`, or a list of fields. */
  readonly type: string;
  /** True where the array is a pickle: numpy refuses it unless `allow_pickle=True`. */
  readonly hasObjects: boolean;
  /** Undefined where it is not written as numpy writes it. */
  readonly shape: readonly number[] | undefined;
  /** The first axis lies closest, not the last. */
  readonly isFortran: boolean;
  /** Where the data begin. */
  readonly dataAt: number;
}

/** numpy itself refuses a longer header (`max_header_size`) since 1.24. */
const maxHeader = 64 * 1024;
const magic = Buffer.from("\x93NUMPY", "latin1");

/** Reads the header; what is wrong with it is a text. */
export function readNpyHeader(source: ByteSource): NpyHeader | { readonly problem: string } {
  const head = source.read(0, 12);
  if (head.length < 10 || !head.subarray(0, 6).equals(magic))
    return { problem: "it has no header" };
  const major = head[6]!;
  if (major < 1 || major > 3) return { problem: `version ${major} of the format is not known` };
  const wide = major > 1;
  if (wide && head.length < 12) return { problem: "its header is cut off" };
  const length = wide ? head.readUInt32LE(8) : head.readUInt16LE(8);
  const start = wide ? 12 : 10;
  if (length > maxHeader) return { problem: `its header has ${length} bytes` };
  const bytes = source.read(start, length);
  if (bytes.length < length) return { problem: "its header is cut off" };
  const text = bytes.toString(major === 3 ? "utf8" : "latin1");
  const type =
    /['"]descr['"]\s*:\s*(\[[^\0]*\]|'[^']*'|"[^"]*")\s*,\s*['"](?:fortran_order|shape)['"]/.exec(
      text,
    )?.[1];
  if (type === undefined) return { problem: "its header names no type" };
  const shape = /['"]shape['"]\s*:\s*\(([\d\s,]*)\)\s*,?\s*[}'"]/.exec(text)?.[1];
  return {
    type,
    hasObjects: holdsObjects(type),
    shape: shape
      ?.split(",")
      .map((length) => length.trim())
      .filter((length) => length !== "")
      .map(Number),
    isFortran: /['"]fortran_order['"]\s*:\s*True/.test(text),
    dataAt: start + length,
  };
}

/** Types of NumPy are written in many ways: `i4,O`, `(2,)O`, `object`, with escapes in them. */
function holdsObjects(type: string): boolean {
  if (type.includes("\\")) return true;
  const texts = [...type.matchAll(/'([^']*)'|"([^"]*)"/g)].map((found) => found[1] ?? found[2]!);
  return texts.some((text) => /(?:^|[\s,<>|=()\d])O\d*(?:$|[\s,])|object/.test(text));
}
