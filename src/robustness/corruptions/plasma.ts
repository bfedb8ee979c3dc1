// Clouds by the diamond-square algorithm (Fournier, Fussell, Carpenter 1982), which joins at its ends.
import type { Random } from "../random.ts";

/** A field from 0 to 1; the rougher the less `decay` takes from one scale to the next. */
export function plasma(
  { height, width }: { readonly height: number; readonly width: number },
  decay: number,
  random: Random,
): Float32Array {
  const side = 2 ** Math.ceil(Math.log2(Math.max(2, height, width)));
  const field = new Float64Array(side * side);
  const at = (y: number, x: number): number => ((y + side) % side) * side + ((x + side) % side);
  let rough = 1;
  const set = (y: number, x: number, around: readonly number[]): void => {
    const mean = around.reduce((sum, k) => sum + field[k]!, 0) / 4;
    field[at(y, x)] = mean + rough * (2 * random.uniform() - 1);
  };
  for (let step = side; step >= 2; step /= 2) {
    const half = step / 2;
    for (let y = 0; y < side; y += step) {
      for (let x = 0; x < side; x += step) {
        set(y + half, x + half, [
          at(y, x),
          at(y + step, x),
          at(y, x + step),
          at(y + step, x + step),
        ]);
      }
    }
    for (let y = 0; y < side; y += half) {
      for (let x = (y / half) % 2 === 0 ? half : 0; x < side; x += step) {
        set(y, x, [at(y - half, x), at(y + half, x), at(y, x - half), at(y, x + half)]);
      }
    }
    // The authors divide the deviation by the decay, and use its square.
    rough /= decay * decay;
  }
  let [least, most] = [Infinity, -Infinity];
  for (const value of field) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const out = new Float32Array(height * width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      out[y * width + x] = (field[y * side + x]! - least) / (most - least || 1);
    }
  }
  return out;
}
