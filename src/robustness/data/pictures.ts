// Pictures: decoding by what the bytes are, channels, and resizing as Pillow does it.
import { decode as decodeJpeg } from "jpeg-js";
import { messageOf } from "../../core/index.ts";
import { decodePng, isPng } from "../../formats/image/png.ts";
import type { Decoded, Picture } from "../../formats/image/picture.ts";
import { dataLimits, invalid } from "./fault.ts";

/** Kinds that are told apart but not read. */
const unread: readonly (readonly [name: string, at: number, letters: string])[] = [
  ["GIF", 0, "GIF8"],
  ["BMP", 0, "BM"],
  ["WebP", 8, "WEBP"],
  ["TIFF", 0, "II*\0"],
  ["TIFF", 0, "MM\0*"],
  ["AVIF or HEIF", 4, "ftyp"],
];

function jpegOf(bytes: Buffer): Decoded {
  try {
    const { width, height, data } = decodeJpeg(bytes, {
      useTArray: true,
      formatAsRGBA: false,
      tolerantDecoding: false,
      maxResolutionInMP: dataLimits.pixels / 1e6,
      maxMemoryUsageInMB: 1024,
    });
    return { width, height, channels: 3, data };
  } catch (thrown) {
    return { problem: messageOf(thrown) };
  }
}

/** Decodes a PNG or JPEG. Metadata such as EXIF orientation is not applied, as Pillow does not either. */
export function decodePicture(bytes: Buffer, name: string): Picture {
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  if (!isJpeg && !isPng(bytes)) {
    const kind = unread.find(
      ([, at, text]) => bytes.toString("latin1", at, at + text.length) === text,
    );
    throw invalid(
      kind === undefined
        ? `${name} is no picture that is known`
        : `${name} is a ${kind[0]}, which is not read`,
      "Write it as PNG, which keeps every pixel: Image.open(path).convert('RGB').save('x.png').",
    );
  }
  const decoded = isJpeg ? jpegOf(bytes) : decodePng(bytes, dataLimits.pixels);
  if ("problem" in decoded)
    throw invalid(
      `${name} cannot be decoded: ${decoded.problem}`,
      "Leave it out, or write it again.",
    );
  return decoded;
}

/** Colours of a picture: grey, red-green-blue, or blue-green-red. */
export type Channels = "grey" | "rgb" | "bgr";

/** Brings a picture to these channels; alpha is left off. Grey by ITU-R 601-2 luma, in 16 bits as Pillow does. */
export function withChannels(picture: Picture, channels: Channels): Picture {
  const { width, height, data } = picture;
  const from = picture.channels;
  const pixels = width * height;
  const isGrey = from <= 2;
  if (channels === "grey") {
    if (from === 1) return picture;
    const grey = new Uint8Array(pixels);
    for (let pixel = 0; pixel < pixels; pixel++) {
      const at = pixel * from;
      grey[pixel] = isGrey
        ? data[at]!
        : (data[at]! * 19595 + data[at + 1]! * 38470 + data[at + 2]! * 7471 + 0x8000) >>> 16;
    }
    return { width, height, channels: 1, data: grey };
  }
  if (from === 3 && channels === "rgb") return picture;
  const colour = new Uint8Array(pixels * 3);
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let k = 0; k < 3; k++) {
      const sample = isGrey ? 0 : channels === "bgr" ? 2 - k : k;
      colour[3 * pixel + k] = data[pixel * from + sample]!;
    }
  }
  return { width, height, channels: 3, data: colour };
}

/** How pixels between are found. */
export type Interpolation = "nearest" | "bilinear" | "bicubic";

/** Weights by distance, and how far they reach. Bicubic: Keys 1981 with a = −0.5. */
const kernels = {
  bilinear: { reach: 1, weight: (x: number) => Math.max(0, 1 - Math.abs(x)) },
  bicubic: {
    reach: 2,
    weight: (x: number): number => {
      const a = -0.5;
      const d = Math.abs(x);
      if (d < 1) return ((a + 2) * d - (a + 3)) * d * d + 1;
      return d < 2 ? (((d - 5) * d + 8) * d - 4) * a : 0;
    },
  },
} as const;

/** Pillow counts weights in 22 bits behind the point and rounds to bytes after each direction. */
const unit = 2 ** 22;

interface Taps {
  readonly first: number;
  readonly weights: readonly number[];
}

/** For each new pixel along one axis the old ones it is made of. The kernel widens where a picture shrinks. */
function tapsOf(from: number, to: number, kind: keyof typeof kernels): readonly Taps[] {
  const { reach, weight } = kernels[kind];
  const scale = from / to;
  const stretch = Math.max(1, scale);
  const support = reach * stretch;
  return Array.from({ length: to }, (_, index) => {
    const centre = (index + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - support + 0.5));
    const end = Math.min(from, Math.trunc(centre + support + 0.5));
    const raw = Array.from({ length: end - first }, (_, k) =>
      weight((first + k - centre + 0.5) / stretch),
    );
    let sum = 0;
    for (const value of raw) sum += value;
    return { first, weights: raw.map((value) => Math.round((value / sum) * unit)) };
  });
}

function along(
  picture: Picture,
  length: number,
  options: { readonly isAcross: boolean; readonly kind: keyof typeof kernels },
): Picture {
  const { isAcross, kind } = options;
  const { channels, data } = picture;
  const from = isAcross ? picture.width : picture.height;
  if (from === length) return picture;
  const [width, height] = isAcross ? [length, picture.height] : [picture.width, length];
  const out = new Uint8Array(width * height * channels);
  const taps = tapsOf(from, length, kind);
  const step = isAcross ? channels : picture.width * channels;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const { first, weights } = taps[isAcross ? x : y]!;
      const start = isAcross
        ? (y * picture.width + first) * channels
        : (first * picture.width + x) * channels;
      for (let k = 0; k < channels; k++) {
        let sum = unit / 2;
        for (let tap = 0; tap < weights.length; tap++)
          sum += weights[tap]! * data[start + tap * step + k]!;
        out[(y * width + x) * channels + k] = Math.min(255, Math.max(0, Math.floor(sum / unit)));
      }
    }
  }
  return { width, height, channels, data: out };
}

/** Resizes as `PIL.Image.resize` does. */
export function resized(
  picture: Picture,
  [height, width]: readonly [number, number],
  kind: Interpolation,
): Picture {
  if (height * width > dataLimits.pixels)
    throw invalid(`a picture of ${width} × ${height} is too large`, "State a smaller `size`.");
  if (kind !== "nearest")
    return along(along(picture, width, { isAcross: true, kind }), height, {
      isAcross: false,
      kind,
    });
  const { channels, data } = picture;
  const out = new Uint8Array(width * height * channels);
  const columns = nearestOf(picture.width, width);
  const rows = nearestOf(picture.height, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (rows[y]! * picture.width + columns[x]!) * channels;
      for (let k = 0; k < channels; k++) out[(y * width + x) * channels + k] = data[at + k]!;
    }
  }
  return { width, height, channels, data: out };
}

/** The place before each new pixel's middle. Pillow adds up steps, and its roundings are part of the result. */
function nearestOf(from: number, to: number): readonly number[] {
  const step = from / to;
  const places: number[] = [];
  for (let at = step * 0.5; places.length < to; at += step)
    places.push(Math.min(from - 1, Math.floor(at)));
  return places;
}

/** The middle of a picture; black where it is smaller, as torchvision's `center_crop` pads. */
export function cropped(picture: Picture, [height, width]: readonly [number, number]): Picture {
  if (picture.width === width && picture.height === height) return picture;
  const { channels, data } = picture;
  const out = new Uint8Array(width * height * channels);
  const top = halfEven(picture.height - height);
  const left = halfEven(picture.width - width);
  for (let y = 0; y < height; y++) {
    const fromY = y + top;
    if (fromY < 0 || fromY >= picture.height) continue;
    for (let x = 0; x < width; x++) {
      const fromX = x + left;
      if (fromX < 0 || fromX >= picture.width) continue;
      for (let k = 0; k < channels; k++)
        out[(y * width + x) * channels + k] = data[(fromY * picture.width + fromX) * channels + k]!;
    }
  }
  return { width, height, channels, data: out };
}

/** Half of a whole number, as Python's `round` has it: to the even one. */
function halfEven(value: number): number {
  const half = value / 2;
  const down = Math.floor(half);
  if (half === down) return half;
  return down % 2 === 0 ? down : down + 1;
}
