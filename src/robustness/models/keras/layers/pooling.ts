// Pooling, padding, cropping and resizing of spatial axes.
import {
  flagAt,
  isChannelsFirst,
  numberAt,
  refuse,
  sidesAt,
  textAt,
  type Call,
  type LayerRule,
} from "../call.ts";
import type { Flow } from "../flow.ts";
import { slid, spatial, type Window } from "./convolution.ts";

const pool =
  (operator: "MaxPool" | "AveragePool", count: number): LayerRule =>
  (call) => {
    const from = spatial(call, count);
    const kernel = sidesAt(call, "pool_size", { count, fallback: 2 });
    const strides =
      call.config["strides"] === null || call.config["strides"] === undefined
        ? kernel
        : sidesAt(call, "strides", { count, fallback: 2 });
    const window: Window = {
      kernel,
      strides,
      dilations: kernel.map(() => 1),
      padding: textAt(call, "padding", "valid").toLowerCase(),
    };
    const { lengths, attributes } = slid(call, window, from.lengths);
    // What is padded does not count, as in TensorFlow.
    const name = call.builder.node(operator, [from.x.name], {
      attributes: { ...attributes, kernel_shape: kernel },
    });
    return from.made(name, lengths, from.channels);
  };

const global =
  (operator: "GlobalAveragePool" | "GlobalMaxPool", count: number): LayerRule =>
  (call) => {
    const { builder } = call;
    const from = spatial(call, count);
    if (from.x.isMasked === true) refuse(call, "masks are not followed");
    const name = builder.node(operator, [from.x.name]);
    if (flagAt(call, "keepdims", false))
      return from.made(
        name,
        from.lengths.map(() => 1),
        from.channels,
      );
    return {
      name: builder.node("Flatten", [name], { attributes: { axis: 1 } }),
      shape: [from.channels],
      isFirst: false,
    };
  };

/** Pairs of lengths at both ends of each spatial axis: 1, [1, 2] or [[1, 2], [3, 4]]. */
function ends(call: Call, key: string, count: number): readonly (readonly [number, number])[] {
  const value = call.config[key];
  const isWhole = (each: unknown): each is number =>
    typeof each === "number" && Number.isInteger(each) && each >= 0 && each <= 1_000_000;
  if (isWhole(value)) return Array.from({ length: count }, () => [value, value] as const);
  if (!Array.isArray(value)) refuse(call, `its ${key} is not understood`);
  const list = value as readonly unknown[];
  if (count === 1 && list.length === 2 && isWhole(list[0]) && isWhole(list[1]))
    return [[list[0], list[1]]];
  if (list.length !== count) refuse(call, `its ${key} is not understood`);
  return list.map((each): readonly [number, number] => {
    if (isWhole(each)) return [each, each];
    if (Array.isArray(each) && each.length === 2 && isWhole(each[0]) && isWhole(each[1]))
      return [each[0], each[1]];
    return refuse(call, `its ${key} is not understood`);
  });
}

const padding =
  (count: number): LayerRule =>
  (call) => {
    const from = spatial(call, count);
    const pairs = ends(call, "padding", count);
    const pads = [0, 0, ...pairs.map(([start]) => start), 0, 0, ...pairs.map(([, end]) => end)];
    const name = call.builder.node("Pad", [from.x.name, call.builder.ints(pads)], {
      attributes: { mode: "constant" },
    });
    return from.made(
      name,
      from.lengths.map((length, axis) =>
        length === undefined ? undefined : length + pairs[axis]![0] + pairs[axis]![1],
      ),
      from.channels,
    );
  };

function cut(call: Call, count: number, pairs: readonly (readonly [number, number])[]): Flow {
  const { builder } = call;
  const from = spatial(call, count);
  const axes = pairs.map((_, axis) => axis + 2);
  const stops = pairs.map(([, end]) => (end === 0 ? 2 ** 31 - 1 : -end));
  const name = builder.node("Slice", [
    from.x.name,
    builder.ints(pairs.map(([start]) => start)),
    builder.ints(stops),
    builder.ints(axes),
  ]);
  const lengths = from.lengths.map((length, axis) =>
    length === undefined ? undefined : length - pairs[axis]![0] - pairs[axis]![1],
  );
  if (lengths.some((length) => length !== undefined && length < 1))
    refuse(call, "it leaves nothing");
  return from.made(name, lengths, from.channels);
}

interface Resizing {
  readonly lengths: readonly (number | undefined)[];
  readonly interpolation: string;
  /** Sizes where they are fixed, else how many times as long. */
  readonly scales?: readonly number[];
}

function resize(call: Call, count: number, { lengths, interpolation, scales }: Resizing): Flow {
  const { builder } = call;
  const from = spatial(call, count);
  if (interpolation !== "nearest" && interpolation !== "bilinear")
    refuse(call, `its interpolation is ${interpolation}`);
  const attributes =
    interpolation === "nearest"
      ? {
          mode: "nearest",
          coordinate_transformation_mode: "half_pixel",
          nearest_mode: "round_prefer_ceil",
        }
      : { mode: "linear", coordinate_transformation_mode: "half_pixel" };
  const factors =
    scales ??
    lengths.map((length, axis) => {
      const before = from.lengths[axis];
      if (before === undefined || length === undefined)
        return refuse(call, "the size of its input is open");
      return length / before;
    });
  const name = builder.node(
    "Resize",
    [from.x.name, "", builder.floats([1, 1, ...factors], [count + 2])],
    { attributes },
  );
  return from.made(name, lengths, from.channels);
}

const upsampling =
  (count: number): LayerRule =>
  (call) => {
    const times = sidesAt(call, "size", { count, fallback: 2 });
    const { lengths } = spatial(call, count);
    return resize(call, count, {
      lengths: lengths.map((length, axis) =>
        length === undefined ? undefined : length * times[axis]!,
      ),
      interpolation: textAt(call, "interpolation", "nearest"),
      scales: times,
    });
  };

const bySpatial = (
  make: (count: number) => LayerRule,
  name: (count: number) => string,
): Readonly<Record<string, LayerRule>> =>
  Object.fromEntries([1, 2, 3].map((count) => [name(count), make(count)]));

export const poolingRules: Readonly<Record<string, LayerRule>> = {
  ...bySpatial(
    (count) => pool("MaxPool", count),
    (count) => `MaxPooling${count}D`,
  ),
  ...bySpatial(
    (count) => pool("AveragePool", count),
    (count) => `AveragePooling${count}D`,
  ),
  ...bySpatial(
    (count) => global("GlobalMaxPool", count),
    (count) => `GlobalMaxPooling${count}D`,
  ),
  ...bySpatial(
    (count) => global("GlobalAveragePool", count),
    (count) => `GlobalAveragePooling${count}D`,
  ),
  ...bySpatial(padding, (count) => `ZeroPadding${count}D`),
  ...bySpatial(
    (count) => (call) => cut(call, count, ends(call, "cropping", count)),
    (count) => `Cropping${count}D`,
  ),
  ...bySpatial(upsampling, (count) => `UpSampling${count}D`),
  Resizing(call) {
    const [height, width] = [numberAt(call, "height", 0), numberAt(call, "width", 0)];
    if (
      flagAt(call, "crop_to_aspect_ratio", false) ||
      flagAt(call, "pad_to_aspect_ratio", false) ||
      flagAt(call, "antialias", false)
    )
      refuse(call, "it keeps the aspect ratio or smooths");
    if (height < 1 || width < 1) refuse(call, "its size is not understood");
    return resize(call, 2, {
      lengths: [height, width],
      interpolation: textAt(call, "interpolation", "bilinear"),
    });
  },
  CenterCrop(call) {
    const { lengths } = spatial(call, 2);
    const wanted = [numberAt(call, "height", 0), numberAt(call, "width", 0)];
    const pairs = wanted.map((length, axis): readonly [number, number] => {
      const before = lengths[axis];
      if (before === undefined || before < length)
        return refuse(call, "its input is smaller, or of open size");
      const start = Math.floor((before - length) / 2);
      return [start, before - length - start];
    });
    if (isChannelsFirst(call)) refuse(call, "it has channels first");
    return cut(call, 2, pairs);
  },
};
