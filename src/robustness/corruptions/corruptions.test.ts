import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sliceOf, type Batch } from "../batch.ts";
import { randomOf } from "../random.ts";
import { network, randomLayers } from "../testing/networks.ts";
import { distance } from "../attacks/distance.ts";
import { corruptionAccuracy } from "./accuracy.ts";
import { corruptAll, corruptionAttacks } from "./attacks.ts";
import { corrupt } from "./corrupt.ts";
import { jpeg } from "./jpeg.ts";
import { corruptionKinds } from "./severities.ts";

/** A smooth picture with an edge, in planes. */
function picture(channels: number, height: number, width: number): Float32Array {
  const data = new Float32Array(channels * height * width);
  for (let k = 0; k < data.length; k++) {
    const [y, x] = [Math.floor(k / width) % height, k % width];
    const base = 0.5 + 0.3 * Math.sin((5 * y) / height + Math.floor(k / (width * height)));
    data[k] = Math.min(1, Math.max(0, base + (x > width / 2 ? 0.2 : -0.2)));
  }
  return data;
}

const shapes = [
  [1, 28, 28],
  [3, 32, 32],
  [32, 20, 3],
  [9, 9],
  [2, 5, 7],
  [1, 1, 1],
  [3, 2, 1],
] as const;

test.each(corruptionKinds)(
  "%s keeps shape and range, and its seed repeats it, whatever the size",
  (kind) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...shapes),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom([0, 1] as const, [0, 255] as const, [-1, 1] as const),
        fc.integer({ min: 0, max: 100 }),
        (shape, severity, range, seed) => {
          const random = randomOf(seed);
          const size = shape.reduce((product: number, length) => product * length, 1);
          const input = Float32Array.from(
            { length: size },
            () => range[0] + (range[1] - range[0]) * random.uniform(),
          );
          const once = corrupt(input, { kind, severity, shape, range, random: randomOf(seed) });
          expect(once).toHaveLength(size);
          for (const value of once) {
            expect(value).toBeGreaterThanOrEqual(range[0]);
            expect(value).toBeLessThanOrEqual(range[1]);
          }
          expect(corrupt(input, { kind, severity, shape, range, random: randomOf(seed) })).toEqual(
            once,
          );
        },
      ),
      { numRuns: 15 },
    );
  },
);

describe.each([
  ["small", [3, 32, 32]],
  ["large", [1, 96, 100]],
] as const)("%s pictures", (name, given) => {
  test.each(corruptionKinds)("%s is stronger at severity 5 than at 1", (kind) => {
    // Glass blur shuffles by so few pixels that its order holds at the authors' own size only.
    const shape = name === "large" && kind === "glass-blur" ? ([1, 224, 224] as const) : given;
    const input = picture(shape[0], shape[1], shape[2]);
    const far = (severity: number): number =>
      [0, 1, 2].reduce((sum, seed) => {
        const options = { kind, severity, shape, range: [0, 1] as const, random: randomOf(seed) };
        return sum + distance(corrupt(input, options), input, "l2");
      }, 0);
    expect(far(1)).toBeGreaterThan(0);
    // The authors' elastic bends less far but more often as it gets worse.
    if (kind !== "elastic") expect(far(5)).toBeGreaterThan(far(1));
  });
});

test("noise has the deviation that it should", () => {
  const input = new Float32Array(96 * 96).fill(0.5);
  const deviation = (kind: "gaussian-noise" | "shot-noise", severity: number): number => {
    const options = {
      kind,
      severity,
      shape: [96, 96],
      range: [0, 1] as const,
      random: randomOf(1),
    };
    return distance(corrupt(input, options), input, "l2") / 96;
  };
  expect(deviation("gaussian-noise", 1)).toBeCloseTo(0.08, 2);
  // Poisson: √(x / photons).
  expect(deviation("shot-noise", 1)).toBeCloseTo(Math.sqrt(0.5 / 60), 2);
  expect(deviation("shot-noise", 2)).toBeCloseTo(Math.sqrt(0.5 / 25), 2);
});

test("an even picture stays even where a corruption only moves or blurs", () => {
  const input = new Float32Array(3 * 32 * 32).fill(0.4);
  for (const kind of [
    "defocus-blur",
    "glass-blur",
    "motion-blur",
    "zoom-blur",
    "elastic",
    "pixelate",
    "contrast",
  ] as const) {
    for (const severity of [1, 5]) {
      const out = corrupt(input, {
        kind,
        severity,
        shape: [3, 32, 32],
        range: [0, 1],
        random: randomOf(2),
      });
      expect(distance(out, input, "linf")).toBeLessThan(1e-5);
    }
  }
});

test("jpeg of quality 100 loses next to nothing, of quality 10 keeps the means of blocks", () => {
  const planes = [picture(1, 20, 28)];
  const image = { height: 20, width: 28, planes };
  expect(distance(jpeg(image, [100]).planes[0]!, planes[0]!, "linf")).toBeLessThan(0.01);
  const even = {
    height: 16,
    width: 16,
    planes: [0.2, 0.5, 0.9].map((value) => new Float32Array(256).fill(value)),
  };
  const out = jpeg(even, [10]);
  for (const [channel, plane] of out.planes.entries()) {
    expect(Math.abs(plane[0]! - even.planes[channel]![0]!)).toBeLessThan(0.12);
    expect(plane.every((value) => value === plane[0])).toBe(true);
  }
});

test("the layout is followed: channels last give the same as channels first", () => {
  const first = picture(3, 24, 20);
  const last = new Float32Array(first.length);
  for (let k = 0; k < first.length; k++) last[(k % 480) * 3 + Math.floor(k / 480)] = first[k]!;
  for (const kind of corruptionKinds) {
    const options = { kind, severity: 3, range: [0, 1] as const };
    const one = corrupt(first, { ...options, shape: [3, 24, 20], random: randomOf(0) });
    const other = corrupt(last, { ...options, shape: [24, 20, 3], random: randomOf(0) });
    for (let k = 0; k < one.length; k++) {
      if (other[(k % 480) * 3 + Math.floor(k / 480)] !== one[k])
        throw new Error(`${kind} differs at ${k}`);
    }
  }
});

test("as attacks they cost no query, and how items are batched changes nothing", async () => {
  expect(corruptionAttacks).toHaveLength(15);
  const inputs: Batch = {
    data: Float32Array.from([...picture(1, 12, 12), ...picture(1, 12, 12).reverse()]),
    shape: [2, 1, 12, 12],
  };
  for (const kind of corruptionKinds) {
    const how = { kind, severity: 2, range: [0, 1] as const };
    const whole = await corruptAll({ inputs, random: randomOf(3), first: 4 }, how);
    const second = await corruptAll(
      { inputs: sliceOf(inputs, 1, 2), random: randomOf(3), first: 5 },
      how,
    );
    expect(second.data).toEqual(sliceOf(whole, 1, 2).data);
  }
});

test("accuracy is taken over all kinds and severities", async () => {
  const model = network({ inputShape: [1, 8, 8], layers: randomLayers([64, 3], 1) });
  const inputs: Batch = { data: picture(4, 8, 8), shape: [4, 1, 8, 8] };
  const answers = await model.predict(inputs);
  const labels = Int32Array.from({ length: 4 }, (_, item) => {
    const row = answers.subarray(item * 3, item * 3 + 3);
    return row.indexOf(Math.max(...row));
  });
  const before = model.queries;
  const found = await corruptionAccuracy(model, { inputs, labels, random: randomOf(0), first: 0 });
  expect(model.queries - before).toBe(76 * 4);
  expect(found.clean).toBe(1);
  expect(found.kinds.map(({ kind }) => kind)).toEqual(corruptionKinds);
  expect(found.mean).toBeLessThanOrEqual(1);
  const one = found.kinds[3]!;
  expect(one.mean).toBeCloseTo(one.accuracies.reduce((sum, each) => sum + each, 0) / 5, 12);
});

test("what is no picture, or has no range, is told so", () => {
  const options = { kind: "fog", severity: 1, random: randomOf(0) } as const;
  const input = new Float32Array(4);
  expect(() => corrupt(input, { ...options, shape: [4], range: [0, 1] })).toThrow("no picture");
  expect(() => corrupt(input, { ...options, shape: [2, 2], range: [-Infinity, 1] })).toThrow(
    "black and white",
  );
});
