// Blur: out of focus, behind frosted glass, in motion, and while zooming.
import type { Random } from "../random.ts";
import { blurred, convolved, mapPlanes, streaked, zoomed, type Image, type Tap } from "./image.ts";

/** A disk of this radius with its rim smoothed by a 3 × 3 gaussian. */
function disk(radius: number, soft: number): readonly Tap[] {
  const reach = Math.ceil(radius) + 1;
  const side = 2 * reach + 1;
  const plane = new Float32Array(side * side);
  for (let y = -reach; y <= reach; y++) {
    for (let x = -reach; x <= reach; x++) {
      plane[(y + reach) * side + x + reach] = x * x + y * y <= radius * radius ? 1 : 0;
    }
  }
  const near = Math.exp(-1 / (2 * soft * soft));
  const line = [near, 1, near].map((one) => one / (1 + 2 * near));
  const rim = line.flatMap((a, y) => line.map((b, x) => ({ y: y - 1, x: x - 1, weight: a * b })));
  const smooth = convolved(plane, { height: side, width: side }, rim);
  const sum = smooth.reduce((total, one) => total + one, 0);
  return Array.from(smooth, (one, k) => ({
    y: Math.floor(k / side) - reach,
    x: (k % side) - reach,
    weight: one / sum,
  })).filter(({ weight }) => weight > 0);
}

export function defocusBlur(image: Image, [radius, soft]: readonly number[]): Image {
  const taps = disk(radius!, soft!);
  return mapPlanes(image, (plane) => convolved(plane, image, taps));
}

/** Pixels change places with others nearby, between two gentle blurs. */
export function glassBlur(image: Image, levels: readonly number[], random: Random): Image {
  const [sigma, reach, rounds] = levels as readonly [number, number, number];
  const { height, width } = image;
  const soft = mapPlanes(image, (plane) => blurred(plane, image, sigma));
  const rim = Math.ceil(reach);
  // A reach between whole pixels moves fewer of them as far as its end.
  const move = (): number => Math.round((2 * random.uniform() - 1) * (reach + 0.499));
  for (let round = 0; round < rounds; round++) {
    for (let y = height - 1 - rim; y >= rim; y--) {
      for (let x = width - 1 - rim; x >= rim; x--) {
        const from = y * width + x;
        const to = from + move() * width + move();
        for (const plane of soft.planes) [plane[from], plane[to]] = [plane[to]!, plane[from]!];
      }
    }
  }
  return mapPlanes(soft, (plane) => blurred(plane, image, sigma));
}

export function motionBlur(image: Image, levels: readonly number[], random: Random): Image {
  const [radius, sigma] = levels as readonly [number, number];
  const angle = -45 + 90 * random.uniform();
  return mapPlanes(image, (plane) => streaked(plane, image, { radius, sigma, angle }));
}

/** The mean of the picture and its enlargements up to a factor. */
export function zoomBlur(image: Image, levels: readonly number[]): Image {
  const [end, step] = levels as readonly [number, number];
  const factors = Array.from({ length: Math.round((end - 1) / step) }, (_, k) => 1 + k * step);
  return mapPlanes(image, (plane) => {
    const sum = plane.slice();
    for (const factor of factors) {
      const near = zoomed(plane, image, factor);
      for (let k = 0; k < sum.length; k++) sum[k] = sum[k]! + near[k]!;
    }
    return sum.map((value) => value / (factors.length + 1));
  });
}
