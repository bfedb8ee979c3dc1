// Shapes of operators that move elements about: reshape, slice, gather, reduce.
import { sizeOf } from "../batch.ts";
import { elementTypes, type ElementType } from "../../formats/onnx/model.ts";
import { Unknown, broadcast, type Asked, type Inference, type Inferences } from "./inference.ts";

/** An axis from the front. */
function axisOf(axis: number, rank: number): number {
  const found = axis < 0 ? axis + rank : axis;
  if (found < 0 || found >= rank) throw new Unknown(`there is no axis ${axis} of ${rank}`);
  return found;
}

function reshaped(asked: Asked): readonly number[] {
  const { shape } = asked.need(0);
  const wanted = asked.wholes(1) ?? [];
  const keepsZero = asked.int("allowzero") === 1;
  const known = wanted.map((length, axis) => (length === 0 && !keepsZero ? shape[axis]! : length));
  const open = known.indexOf(-1);
  const rest = sizeOf(known.filter((length) => length !== -1));
  const size = sizeOf(shape);
  const result = open < 0 ? known : known.with(open, rest === 0 ? 0 : size / rest);
  if (sizeOf(result) !== size)
    throw new Unknown(`[${shape.join(", ")}] cannot be reshaped to [${wanted.join(", ")}]`);
  return result;
}

function reduced(asked: Asked): readonly number[] {
  const { shape } = asked.need(0);
  const axes = asked.wholes(1) ?? [];
  if (axes.length === 0 && asked.int("noop_with_empty_axes") === 1) return shape;
  const over =
    axes.length === 0
      ? shape.map((_, axis) => axis)
      : axes.map((each) => axisOf(each, shape.length));
  return asked.int("keepdims", 1) === 1
    ? shape.map((length, axis) => (over.includes(axis) ? 1 : length))
    : shape.filter((_, axis) => !over.includes(axis));
}

const reduce: Inference = (asked) => [reduced(asked)];

const arg: Inference = (asked) => {
  const { shape } = asked.need(0);
  const axis = axisOf(asked.int("axis"), shape.length);
  const keeps = asked.int("keepdims", 1) === 1;
  return [
    { type: "int64", shape: keeps ? shape.with(axis, 1) : shape.filter((_, at) => at !== axis) },
  ];
};

function sliced(asked: Asked): readonly number[] {
  const shape = [...asked.need(0).shape];
  const starts = asked.wholes(1) ?? [];
  const ends = asked.wholes(2) ?? [];
  const axes = asked.wholes(3) ?? starts.map((_, index) => index);
  const steps = asked.wholes(4) ?? starts.map(() => 1);
  for (const [index, each] of axes.entries()) {
    const axis = axisOf(each, shape.length);
    const length = shape[axis]!;
    const step = steps[index]!;
    const within = (place: number): number => (place < 0 ? place + length : place);
    const clamp = (place: number, least: number, most: number): number =>
      Math.min(Math.max(place, least), most);
    const isBack = step < 0;
    const start = clamp(within(starts[index]!), 0, isBack ? length - 1 : length);
    const end = clamp(within(ends[index]!), isBack ? -1 : 0, length);
    shape[axis] = Math.max(0, Math.ceil((end - start) / step));
  }
  return shape;
}

function einsum(asked: Asked): readonly number[] {
  const equation = asked.text("equation").replaceAll(" ", "");
  const [left = "", right] = equation.split("->");
  if (equation.includes(".")) throw new Unknown("its equation has an ellipsis");
  const sizes = new Map<string, number>();
  for (const [index, term] of left.split(",").entries())
    for (const [axis, letter] of term.split("").entries()) {
      const length = asked.need(index).shape[axis] ?? 1;
      sizes.set(letter, Math.max(sizes.get(letter) ?? 1, length));
    }
  const letters = left.replaceAll(",", "").split("");
  const output =
    right ??
    [...new Set(letters)]
      .filter((letter) => letters.filter((each) => each === letter).length === 1)
      .sort()
      .join("");
  return output.split("").map((letter) => sizes.get(letter) ?? 1);
}

/** Rules, by operator. */
export const moveRules: Inferences = {
  Reshape: (asked) => [reshaped(asked)],
  Flatten: (asked) => {
    const { shape } = asked.need(0);
    const said = asked.int("axis", 1);
    const axis = said < 0 ? said + shape.length : said;
    return [[sizeOf(shape.slice(0, axis)), sizeOf(shape.slice(axis))]];
  },
  Transpose: (asked) => {
    const { shape } = asked.need(0);
    const order = asked.ints("perm") ?? shape.map((_, axis) => axis).reverse();
    return [order.map((axis) => shape[axis]!)];
  },
  Squeeze: (asked) => {
    const { shape } = asked.need(0);
    const axes = asked.wholes(1)?.map((axis) => axisOf(axis, shape.length));
    return [
      shape.filter((length, axis) => (axes === undefined ? length !== 1 : !axes.includes(axis))),
    ];
  },
  Unsqueeze: (asked) => {
    const { shape } = asked.need(0);
    const added = asked.wholes(1) ?? [];
    const rank = shape.length + added.length;
    const axes = added.map((axis) => axisOf(axis, rank));
    const rest = [...shape];
    return [Array.from({ length: rank }, (_, axis) => (axes.includes(axis) ? 1 : rest.shift()!))];
  },
  Concat: (asked) => {
    const { shape } = asked.need(0);
    const axis = axisOf(asked.int("axis"), shape.length);
    let length = 0;
    for (const fact of asked.inputs) length += fact?.shape[axis] ?? 0;
    return [shape.with(axis, length)];
  },
  Split: (asked) => {
    const { shape } = asked.need(0);
    const axis = axisOf(asked.int("axis"), shape.length);
    const count = asked.int("num_outputs", asked.node.outputs.length);
    const each = Math.ceil(shape[axis]! / count);
    const even = Array.from({ length: count }, (_, index) =>
      Math.min(each, Math.max(0, shape[axis]! - index * each)),
    );
    return (asked.wholes(1) ?? even).map((length) => shape.with(axis, length));
  },
  Slice: (asked) => [sliced(asked)],
  Gather: (asked) => {
    const { shape } = asked.need(0);
    const axis = axisOf(asked.int("axis"), shape.length);
    return [[...shape.slice(0, axis), ...asked.need(1).shape, ...shape.slice(axis + 1)]];
  },
  GatherElements: (asked) => [asked.need(1).shape],
  GatherND: (asked) => {
    const [data, places] = [asked.need(0).shape, asked.need(1).shape];
    const batch = asked.int("batch_dims");
    return [[...places.slice(0, -1), ...data.slice(batch + places.at(-1)!)]];
  },
  Compress: (asked) => {
    const { shape } = asked.need(0);
    const kept = (asked.wholes(1) ?? []).filter((each) => each !== 0).length;
    if (!asked.node.attributes.has("axis")) return [[kept]];
    return [shape.with(axisOf(asked.int("axis"), shape.length), kept)];
  },
  Expand: (asked) => [broadcast([asked.need(0).shape, asked.wholes(1) ?? []])],
  Tile: (asked) => {
    const times = asked.wholes(1) ?? [];
    return [asked.need(0).shape.map((length, axis) => length * times[axis]!)];
  },
  Pad: (asked) => {
    const { shape } = asked.need(0);
    const pads = asked.wholes(1) ?? [];
    const axes = asked.wholes(3)?.map((axis) => axisOf(axis, shape.length));
    return [
      shape.map((length, axis) => {
        const at = axes === undefined ? axis : axes.indexOf(axis);
        return at < 0 ? length : length + pads[at]! + pads[at + pads.length / 2]!;
      }),
    ];
  },
  ConstantOfShape: (asked) => {
    const value = asked.node.attributes.get("value");
    const type: ElementType = value?.kind === "tensor" ? value.value.type : "float32";
    return [{ type, shape: asked.wholes(0) ?? [] }];
  },
  Range: (asked) => {
    const [start, limit, step] = [0, 1, 2].map((input) => asked.numbers(input)![0]!);
    return [[Math.max(0, Math.ceil((limit! - start!) / step!))]];
  },
  OneHot: (asked) => {
    const { shape } = asked.need(0);
    const said = asked.int("axis", -1);
    const axis = said < 0 ? said + shape.length + 1 : said;
    const depth = asked.numbers(1)![0]!;
    return [{ type: asked.need(2).type, shape: shape.toSpliced(axis, 0, depth) }];
  },
  EyeLike: (asked) => {
    const to = asked.int("dtype");
    return [
      { type: to === 0 ? asked.need(0).type : elementTypes[to]!, shape: asked.need(0).shape },
    ];
  },
  TopK: (asked) => {
    const { shape } = asked.need(0);
    const found = shape.with(axisOf(asked.int("axis", -1), shape.length), asked.wholes(1)![0]!);
    return [found, { type: "int64", shape: found }];
  },
  Einsum: (asked) => [einsum(asked)],
  DepthToSpace: (asked) => {
    const [count, channels, ...rest] = asked.need(0).shape;
    const block = asked.int("blocksize", 1);
    return [[count!, channels! / block ** 2, ...rest.map((length) => length * block)]];
  },
  SpaceToDepth: (asked) => {
    const [count, channels, ...rest] = asked.need(0).shape;
    const block = asked.int("blocksize", 1);
    return [[count!, channels! * block ** 2, ...rest.map((length) => length / block)]];
  },
  ArgMax: arg,
  ArgMin: arg,
  ...Object.fromEntries(
    "L1 L2 LogSum LogSumExp Max Mean Min Prod Sum SumSquare"
      .split(" ")
      .map((kind) => [`Reduce${kind}`, reduce]),
  ),
};
