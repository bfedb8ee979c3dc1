// A picture as the corruptions see it: planes of floats from 0 to 1, whatever its size and number of channels.

export interface Image {
  readonly height: number;
  readonly width: number;
  /** One for each channel, row by row. */
  readonly planes: readonly Float32Array[];
}

/** A picture of the same size with planes made one by one. */
export function mapPlanes(
  image: Image,
  make: (plane: Float32Array, channel: number) => Float32Array,
): Image {
  return { ...image, planes: image.planes.map(make) };
}

/** What a pixel outside is taken for: mirrored at the rim, which is not repeated. */
export function mirrored(at: number, length: number): number {
  if (length === 1) return 0;
  const period = 2 * (length - 1);
  const within = ((at % period) + period) % period;
  return within < length ? within : period - within;
}

type Size = Pick<Image, "height" | "width">;

/** Bilinear; outside mirrored. */
export function sample(
  plane: Float32Array,
  { height, width }: Size,
  [y, x]: readonly [number, number],
): number {
  const [top, left] = [Math.floor(y), Math.floor(x)];
  const [down, along] = [y - top, x - left];
  const [y0, y1] = [mirrored(top, height) * width, mirrored(top + 1, height) * width];
  const [x0, x1] = [mirrored(left, width), mirrored(left + 1, width)];
  return (
    (plane[y0 + x0]! * (1 - along) + plane[y0 + x1]! * along) * (1 - down) +
    (plane[y1 + x0]! * (1 - along) + plane[y1 + x1]! * along) * down
  );
}

/** Gaussian weights up to `truncate` deviations, which add up to 1. */
export function gaussianKernel(sigma: number, truncate = 4): Float64Array {
  const radius = Math.max(0, Math.round(truncate * sigma));
  const kernel = Float64Array.from({ length: 2 * radius + 1 }, (_, k) =>
    sigma === 0 ? 1 : Math.exp(-((k - radius) ** 2) / (2 * sigma * sigma)),
  );
  const sum = kernel.reduce((total, one) => total + one, 0);
  return kernel.map((one) => one / sum);
}

/** Blurs along rows and columns. */
export function blurred(plane: Float32Array, { height, width }: Size, sigma: number): Float32Array {
  if (sigma <= 0) return plane.slice();
  const kernel = gaussianKernel(sigma);
  const radius = kernel.length >> 1;
  const rows = new Float32Array(plane.length);
  const out = new Float32Array(plane.length);
  const columnsOf = Int32Array.from({ length: width + 2 * radius }, (_, k) =>
    mirrored(k - radius, width),
  );
  const rowsOf = Int32Array.from(
    { length: height + 2 * radius },
    (_, k) => mirrored(k - radius, height) * width,
  );
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = 0; k < kernel.length; k++)
        sum += kernel[k]! * plane[y * width + columnsOf[x + k]!]!;
      rows[y * width + x] = sum;
    }
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = 0; k < kernel.length; k++) sum += kernel[k]! * rows[rowsOf[y + k]! + x]!;
      out[y * width + x] = sum;
    }
  }
  return out;
}

/** Weights around a pixel, by how far they are from it. */
export interface Tap {
  readonly y: number;
  readonly x: number;
  readonly weight: number;
}

/** Weighted sum of what is around each pixel; outside mirrored. */
export function convolved(
  plane: Float32Array,
  { height, width }: Size,
  taps: readonly Tap[],
): Float32Array {
  const out = new Float32Array(plane.length);
  for (const tap of taps) {
    const columns = Int32Array.from({ length: width }, (_, x) => mirrored(x + tap.x, width));
    for (let y = 0; y < height; y++) {
      const row = mirrored(y + tap.y, height) * width;
      for (let x = 0; x < width; x++) {
        out[y * width + x] = out[y * width + x]! + tap.weight * plane[row + columns[x]!]!;
      }
    }
  }
  return out;
}

/** Enlarged about the middle by a factor of 1 and more; the size stays. */
export function zoomed(plane: Float32Array, size: Size, factor: number): Float32Array {
  const { height, width } = size;
  const out = new Float32Array(plane.length);
  const [middleY, middleX] = [(height - 1) / 2, (width - 1) / 2];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = [middleY + (y - middleY) / factor, middleX + (x - middleX) / factor] as const;
      out[y * width + x] = sample(plane, size, from);
    }
  }
  return out;
}

/** A streak behind every pixel at an angle in degrees, fading as a gaussian does. */
export function streaked(
  plane: Float32Array,
  size: Size,
  {
    radius,
    sigma,
    angle,
  }: { readonly radius: number; readonly sigma: number; readonly angle: number },
): Float32Array {
  const length = 2 * Math.ceil(radius) + 1;
  const turn = (angle * Math.PI) / 180;
  const weights = Float64Array.from({ length }, (_, k) => Math.exp(-(k * k) / (2 * sigma * sigma)));
  const sum = weights.reduce((total, one) => total + one, 0);
  const taps = Array.from(weights, (weight, k) => ({
    y: Math.round(k * Math.sin(turn)),
    x: Math.round(k * Math.cos(turn)),
    weight: weight / sum,
  }));
  return convolved(plane, size, taps);
}
