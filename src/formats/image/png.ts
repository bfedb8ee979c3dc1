// PNG, all of its colour types, depths and interlacing: "Portable Network Graphics (PNG) Specification (Third
// Edition)", W3C 2025. Colours are as they are stored: no gamma, profile or background is applied. Of samples of 16
// bits the higher 8 are kept. Checksums are not compared.
import { inflateSync } from "node:zlib";
import type { Decoded } from "./picture.ts";

const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
/** Samples of a pixel by colour type: grey, RGB, palette, grey and alpha, RGB and alpha. */
const samplesOf: Readonly<Record<number, 1 | 2 | 3 | 4>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Depths that a colour type may have. */
const depthsOf: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
/** Passes of Adam7: first column and row, and the steps. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

interface Chunks {
  readonly header: Buffer;
  readonly palette: Buffer | undefined;
  readonly data: Buffer;
}

function chunksOf(bytes: Buffer): Chunks | undefined {
  let header: Buffer | undefined;
  let palette: Buffer | undefined;
  const parts: Buffer[] = [];
  for (let at = 8; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (body.length < length) break;
    if (type === "IHDR") header ??= body;
    else if (type === "PLTE") palette ??= body;
    else if (type === "IDAT") parts.push(body);
    else if (type === "IEND") break;
    at += 12 + length;
  }
  if (header === undefined || header.length < 13) return undefined;
  return { header, palette, data: Buffer.concat(parts) };
}

/** Whether these are the first bytes of a PNG. */
export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).equals(signature);
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly samples: number;
}

function rowBytes({ depth, samples }: Frame, width: number): number {
  return Math.ceil((width * depth * samples) / 8);
}

/** Decodes a PNG of at most so many pixels. Total. */
export function decodePng(bytes: Buffer, maxPixels: number): Decoded {
  if (!isPng(bytes)) return { problem: "it is no PNG" };
  const chunks = chunksOf(bytes);
  if (chunks === undefined) return { problem: "it has no header" };
  const { header, palette } = chunks;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colour, interlace] = [header[8]!, header[9]!, header[12]!];
  if (width === 0 || height === 0 || width * height > maxPixels)
    return { problem: `it claims ${width} × ${height} pixels` };
  if (!(depthsOf[colour]?.includes(depth) ?? false) || interlace > 1 || header[10] !== 0)
    return { problem: "its header says what no PNG may" };
  if (colour === 3 && palette === undefined) return { problem: "it has no palette" };
  const samples = samplesOf[colour]!;
  const frame: Frame = { width, height, depth, samples };
  const areas = interlace === 0 ? [[0, 0, 1, 1] as const] : passes;
  const pieces = areas
    .map(([x, y, dx, dy]) => ({
      x,
      y,
      dx,
      dy,
      columns: Math.max(0, Math.ceil((width - x) / dx)),
      rows: Math.max(0, Math.ceil((height - y) / dy)),
    }))
    .filter(({ columns, rows }) => columns > 0 && rows > 0);
  let expected = 0;
  for (const { columns, rows } of pieces) expected += rows * (1 + rowBytes(frame, columns));

  let packed: Buffer;
  try {
    packed = inflateSync(chunks.data, { maxOutputLength: expected + 65_536 });
  } catch {
    return { problem: "its pixels cannot be unpacked" };
  }
  if (packed.length < expected) return { problem: "it is cut off" };

  const raw = new Uint8Array(width * height * samples);
  let at = 0;
  for (const { x, y, dx, dy, columns, rows } of pieces) {
    const length = rowBytes(frame, columns);
    let above: Uint8Array = new Uint8Array(length);
    for (let row = 0; row < rows; row++) {
      const line = packed.subarray(at + 1, at + 1 + length);
      if (
        !unfilter(line, above, { filter: packed[at]!, step: Math.max(1, (depth * samples) >> 3) })
      )
        return { problem: "a row of it has an unknown filter" };
      at += 1 + length;
      above = line;
      const start = (y + row * dy) * width + x;
      spread(line, { frame, columns, isPalette: colour === 3 }, (column, sample, value) => {
        raw[(start + column * dx) * samples + sample] = value;
      });
    }
  }
  if (palette === undefined || colour !== 3) return { width, height, channels: samples, data: raw };
  const data = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < raw.length; pixel++)
    for (let k = 0; k < 3; k++) data[3 * pixel + k] = palette[3 * raw[pixel]! + k] ?? 0;
  return { width, height, channels: 3, data };
}

/** Takes a filter off a row in place (section 9). */
function unfilter(
  line: Uint8Array,
  above: Uint8Array,
  { filter, step }: { readonly filter: number; readonly step: number },
): boolean {
  if (filter > 4) return false;
  if (filter === 0) return true;
  for (let index = 0; index < line.length; index++) {
    const left = index < step ? 0 : line[index - step]!;
    const up = above[index]!;
    const upLeft = index < step ? 0 : above[index - step]!;
    const guess =
      filter === 1
        ? left
        : filter === 2
          ? up
          : filter === 3
            ? (left + up) >> 1
            : paeth(left, up, upLeft);
    line[index] = (line[index]! + guess) & 0xff;
  }
  return true;
}

function paeth(left: number, up: number, upLeft: number): number {
  const sum = left + up - upLeft;
  const [a, b, c] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - upLeft)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : upLeft;
}

/** Calls back with each sample of a row as 8 bits; places in a palette are as they are. */
function spread(
  line: Uint8Array,
  {
    frame,
    columns,
    isPalette,
  }: { readonly frame: Frame; readonly columns: number; readonly isPalette: boolean },
  use: (column: number, sample: number, value: number) => void,
): void {
  const { depth, samples } = frame;
  if (depth >= 8) {
    const width = depth >> 3;
    for (let column = 0; column < columns; column++)
      for (let sample = 0; sample < samples; sample++)
        use(column, sample, line[(column * samples + sample) * width]!);
    return;
  }
  const most = (1 << depth) - 1;
  const scale = isPalette ? 1 : 255 / most;
  for (let column = 0; column < columns; column++) {
    const bit = column * depth;
    use(column, 0, ((line[bit >> 3]! >> (8 - depth - (bit & 7))) & most) * scale);
  }
}
