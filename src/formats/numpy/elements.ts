// Elements of NumPy arrays by the codes of their types: numpy's "array interface" (`typestr`).

/** How elements of one type are read. */
export type NpyElements =
  | {
      readonly kind: "numbers";
      /** Bytes of one element. */
      readonly width: number;
      /** Unsigned bytes, as pictures have. */
      readonly isByte: boolean;
      readonly isFloat: boolean;
      /** Reads `into.length` elements from a byte on. */
      readonly read: (bytes: Buffer, at: number, into: Float32Array | Float64Array) => void;
    }
  | {
      readonly kind: "texts";
      readonly width: number;
      readonly text: (bytes: Buffer, at: number) => string;
    };

type ReadOne = (view: DataView, at: number, little: boolean) => number;

const readers: Readonly<Record<string, ReadOne>> = {
  b1: (view, at) => (view.getUint8(at) === 0 ? 0 : 1),
  u1: (view, at) => view.getUint8(at),
  u2: (view, at, little) => view.getUint16(at, little),
  u4: (view, at, little) => view.getUint32(at, little),
  u8: (view, at, little) => Number(view.getBigUint64(at, little)),
  i1: (view, at) => view.getInt8(at),
  i2: (view, at, little) => view.getInt16(at, little),
  i4: (view, at, little) => view.getInt32(at, little),
  i8: (view, at, little) => Number(view.getBigInt64(at, little)),
  f2: (view, at, little) => halfOf(view.getUint16(at, little)),
  f4: (view, at, little) => view.getFloat32(at, little),
  f8: (view, at, little) => view.getFloat64(at, little),
};

/** The number that 16 bits stand for: IEEE 754, binary16. */
export function halfOf(bits: number): number {
  const sign = (bits & 0x8000) === 0 ? 1 : -1;
  const exponent = (bits >>> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** How to read elements of a type such as `<f4`; undefined where it is not one of numbers or texts. */
export function npyElements(type: string): NpyElements | undefined {
  const found = /^['"]?([<>|=])?([bufiUS?])(\d*)['"]?$/.exec(type);
  if (found === null) return undefined;
  const [, order = "|", letter = "", size = ""] = found;
  const little = order !== ">";
  const code = letter === "?" ? "b1" : `${letter}${size}`;
  if (letter === "U" || letter === "S") return textsOf(letter, Number(size), little);
  if (!Object.hasOwn(readers, code)) return undefined;
  const one = readers[code]!;
  const width = Number(code.slice(1));
  return {
    kind: "numbers",
    width,
    isByte: code === "u1",
    isFloat: letter === "f",
    read(bytes, at, into) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let index = 0; index < into.length; index++)
        into[index] = one(view, at + index * width, little);
    },
  };
}

function textsOf(letter: "U" | "S", size: number, little: boolean): NpyElements | undefined {
  if (size === 0 || size > 4096) return undefined;
  if (letter === "S")
    return {
      kind: "texts",
      width: size,
      text: (bytes, at) => bytes.toString("latin1", at, at + size).replace(/\0+$/, ""),
    };
  return {
    kind: "texts",
    width: 4 * size,
    text(bytes, at) {
      let text = "";
      for (let index = 0; index < size; index++) {
        const place = at + 4 * index;
        const point = little ? bytes.readUInt32LE(place) : bytes.readUInt32BE(place);
        if (point === 0) break;
        text += point > 0x10ffff ? "\ufffd" : String.fromCodePoint(point);
      }
      return text;
    },
  };
}
