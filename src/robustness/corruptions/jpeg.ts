// What JPEG (ITU-T T.81) does to a picture: cosine transform of 8 × 8 blocks, quantisation, and back. The coding
// after that loses nothing and is left out.
import { mapPlanes, mirrored, type Image } from "./image.ts";

/** Tables K.1 and K.2 of the standard, row by row. */
const luminance = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
  14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
  92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
] as const;
const chrominance = [
  17,
  18,
  24,
  47,
  99,
  99,
  99,
  99,
  18,
  21,
  26,
  66,
  99,
  99,
  99,
  99,
  24,
  26,
  56,
  99,
  99,
  99,
  99,
  99,
  47,
  66,
  99,
  99,
  99,
  99,
  99,
  99,
  ...Array<number>(32).fill(99),
] as const;

/** The Independent JPEG Group's scaling of a table by quality, 1 to 100. */
function scaled(table: readonly number[], quality: number): Float64Array {
  const percent = quality < 50 ? Math.floor(5000 / quality) : 200 - 2 * quality;
  return Float64Array.from(table, (one) =>
    Math.min(255, Math.max(1, Math.floor((one * percent + 50) / 100))),
  );
}

/** Rows are the orthonormal cosines of 8 samples. */
const cosines = Float64Array.from({ length: 64 }, (_, k) => {
  const [u, n] = [k >> 3, k & 7];
  return Math.sqrt((u === 0 ? 1 : 2) / 8) * Math.cos(((2 * n + 1) * u * Math.PI) / 16);
});

/** C·B·Cᵀ, or CᵀBC on the way back. */
function transform(block: Float64Array, isBack: boolean): Float64Array {
  const half = new Float64Array(64);
  const out = new Float64Array(64);
  const c = (a: number, b: number): number => cosines[isBack ? b * 8 + a : a * 8 + b]!;
  for (let i = 0; i < 8; i++)
    for (let j = 0; j < 8; j++) {
      let sum = 0;
      for (let k = 0; k < 8; k++) sum += c(i, k) * block[k * 8 + j]!;
      half[i * 8 + j] = sum;
    }
  for (let i = 0; i < 8; i++)
    for (let j = 0; j < 8; j++) {
      let sum = 0;
      for (let k = 0; k < 8; k++) sum += half[i * 8 + k]! * c(j, k);
      out[i * 8 + j] = sum;
    }
  return out;
}

/** Values of 0 to 255 through blocks and table. The last rows and columns are repeated to fill blocks. */
function quantised(
  plane: Float32Array,
  size: Pick<Image, "height" | "width">,
  table: Float64Array,
): Float32Array {
  const { height, width } = size;
  const out = new Float32Array(plane.length);
  for (let top = 0; top < height; top += 8)
    for (let left = 0; left < width; left += 8) {
      const block = new Float64Array(64);
      for (let k = 0; k < 64; k++) {
        const y = Math.min(height - 1, top + (k >> 3));
        const x = Math.min(width - 1, left + (k & 7));
        block[k] = Math.round(plane[y * width + x]!) - 128;
      }
      const waves = transform(block, false).map(
        (value, k) => Math.round(value / table[k]!) * table[k]!,
      );
      const back = transform(waves, true);
      for (let k = 0; k < 64; k++) {
        const [y, x] = [top + (k >> 3), left + (k & 7)];
        if (y < height && x < width) {
          out[y * width + x] = Math.min(255, Math.max(0, Math.round(back[k]! + 128)));
        }
      }
    }
  return out;
}

/** Colour differences at half the size in both directions, through blocks and table, and back by repetition. */
function quantisedHalf(
  plane: Float32Array,
  { height, width }: Image,
  table: Float64Array,
): Float32Array {
  const size = { height: Math.ceil(height / 2), width: Math.ceil(width / 2) };
  const half = new Float32Array(size.height * size.width);
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++) {
      let sum = 0;
      for (const dy of [0, 1])
        for (const dx of [0, 1])
          sum += plane[mirrored(2 * y + dy, height) * width + mirrored(2 * x + dx, width)]!;
      half[y * size.width + x] = sum / 4;
    }
  const found = quantised(half, size, table);
  return plane.map(
    (_, k) => found[(Math.floor(k / width) >> 1) * size.width + ((k % width) >> 1)]!,
  );
}

/** Three channels go through YCbCr with 4:2:0, any other number each by itself as grey. */
export function jpeg(image: Image, [quality]: readonly number[]): Image {
  const [bright, colour] = [scaled(luminance, quality!), scaled(chrominance, quality!)];
  const bytes = mapPlanes(image, (plane) =>
    plane.map((value) => Math.min(255, Math.max(0, 255 * value))),
  );
  if (image.planes.length !== 3) {
    return mapPlanes(bytes, (plane) => quantised(plane, image, bright).map((value) => value / 255));
  }
  const [r, g, b] = bytes.planes as readonly [Float32Array, Float32Array, Float32Array];
  const y = quantised(
    r.map((value, k) => 0.299 * value + 0.587 * g[k]! + 0.114 * b[k]!),
    image,
    bright,
  );
  const cb = quantisedHalf(
    r.map((value, k) => 128 - 0.168736 * value - 0.331264 * g[k]! + 0.5 * b[k]!),
    image,
    colour,
  );
  const cr = quantisedHalf(
    r.map((value, k) => 128 + 0.5 * value - 0.418688 * g[k]! - 0.081312 * b[k]!),
    image,
    colour,
  );
  const planes = [
    y.map((value, k) => value + 1.402 * (cr[k]! - 128)),
    y.map((value, k) => value - 0.344136 * (cb[k]! - 128) - 0.714136 * (cr[k]! - 128)),
    y.map((value, k) => value + 1.772 * (cb[k]! - 128)),
  ].map((plane) => plane.map((value) => Math.min(255, Math.max(0, Math.round(value))) / 255));
  return { ...image, planes };
}
