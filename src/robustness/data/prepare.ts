// One stored item becomes what the model takes: channels, size, order of axes, scale.
import type { Picture } from "../../formats/image/picture.ts";
import { sizeOf } from "../batch.ts";
import { invalid } from "./fault.ts";
import type { RawItem } from "./items.ts";
import { cropped, resized, withChannels, type Channels } from "./pictures.ts";
import type { Preprocessing } from "./schema.ts";

/** Axes of one input of a model; undefined where any length is taken. */
export type InputShape = readonly (number | undefined)[];

/** How the items of one source are brought to one shape. */
export interface Plan {
  readonly shape: readonly number[];
  readonly layout: "nchw" | "nhwc" | "flat";
  readonly notes: readonly string[];
  /** Writes one item. Throws where it cannot be brought to the shape. */
  write(item: RawItem, into: Float32Array): void;
}

export interface PlanOptions {
  readonly holds: "pictures" | "numbers";
  readonly preprocessing: Preprocessing;
  readonly inputShape?: InputShape;
}

type Order = "nchw" | "nhwc";
const isDepth = (length: number | undefined): boolean =>
  length === 1 || length === 3 || length === 4;

/** The order of three axes, as far as it can be seen. */
function orderOf(shape: InputShape): Order | undefined {
  if (shape.length !== 3) return undefined;
  const [first, , last] = shape;
  if (isDepth(first) && !isDepth(last)) return "nchw";
  if (isDepth(last) && !isDepth(first)) return "nhwc";
  return undefined;
}

function fits(shape: readonly number[], wanted: InputShape): boolean {
  return (
    shape.length === wanted.length &&
    shape.every((length, axis) => wanted[axis] === undefined || wanted[axis] === length)
  );
}

interface Measures {
  readonly order: Order;
  readonly height: number;
  readonly width: number;
  readonly depth: number;
}

function measuresIn(
  shape: InputShape,
  order: Order,
): {
  readonly height: number | undefined;
  readonly width: number | undefined;
  readonly depth: number | undefined;
} {
  const [a, b, c] = shape;
  return order === "nchw" ? { depth: a, height: b, width: c } : { height: a, width: b, depth: c };
}

function isChannels(depth: number | undefined): depth is Picture["channels"] {
  return depth !== undefined && depth >= 1 && depth <= 4;
}

/** A stored picture as height × width × channels. */
function pictureOf({ data, shape }: RawItem, stated: Order | undefined): Picture | undefined {
  if (!(data instanceof Uint8Array)) return undefined;
  if (shape.length === 2) return { height: shape[0]!, width: shape[1]!, channels: 1, data };
  if (shape.length !== 3) return undefined;
  const order = stated ?? orderOf(shape) ?? "nhwc";
  const { height, width, depth } = measuresIn(shape, order);
  if (!isChannels(depth)) return undefined;
  const size = { height: height!, width: width!, channels: depth };
  if (order === "nhwc") return { ...size, data };
  const pixels = size.height * size.width;
  const turned = new Uint8Array(data.length);
  for (let k = 0; k < depth; k++)
    for (let pixel = 0; pixel < pixels; pixel++)
      turned[pixel * depth + k] = data[k * pixels + pixel]!;
  return { ...size, data: turned };
}

function wantedSize(size: Preprocessing["size"]): readonly [number, number] | undefined {
  return typeof size === "number" ? [size, size] : size;
}

function planPictures(first: Picture, { preprocessing, inputShape }: PlanOptions): Plan {
  const stated = wantedSize(preprocessing.size);
  const takesImages = inputShape?.length === 3;
  const order =
    preprocessing.layout ??
    (takesImages ? orderOf(inputShape) : undefined) ??
    (takesImages ? "nchw" : "nhwc");
  const wanted = takesImages ? measuresIn(inputShape, order) : undefined;
  const depth =
    preprocessing.channels === undefined
      ? (wanted?.depth ?? (isFlatOf(first, inputShape, 1) ? 1 : first.channels <= 2 ? 1 : 3))
      : preprocessing.channels === "grey"
        ? 1
        : 3;
  const channels: Channels | undefined =
    preprocessing.channels ?? (depth === 1 ? "grey" : depth === 3 ? "rgb" : undefined);
  if (channels === undefined && depth !== first.channels)
    throw invalid(
      `the model takes ${depth} channels, and the pictures have ${first.channels}`,
      "State `layout` and `channels` of the model's input.",
    );
  const height = stated?.[0] ?? wanted?.height ?? preprocessing.resize ?? first.height;
  const width = stated?.[1] ?? wanted?.width ?? preprocessing.resize ?? first.width;
  const notes: string[] = [];
  if (
    stated === undefined &&
    preprocessing.resize === undefined &&
    (height !== first.height || width !== first.width)
  )
    notes.push(
      `pictures were stretched to ${width} × ${height}, which the model takes; state \`size\` and \`resize\` if it was trained with another way`,
    );
  const shape = planShape({ order, height, width, depth }, inputShape);
  const interpolation = preprocessing.interpolation ?? "bilinear";
  const scale = preprocessing.scale ?? 1;
  const pixels = height * width;

  return {
    shape,
    layout: shape.length === 3 ? order : "flat",
    notes,
    write(item, into) {
      const stored = pictureOf(item, preprocessing.dataLayout);
      if (stored === undefined)
        throw invalid("an item is no picture", "All items must be of one kind.");
      let picture = channels === undefined ? stored : withChannels(stored, channels);
      if (channels === undefined && picture.channels !== depth)
        throw invalid(
          `a picture has ${picture.channels} channels, and the first has ${depth}`,
          "All must be alike.",
        );
      const { resize } = preprocessing;
      if (resize !== undefined) {
        // As torchvision's Resize: the longer side is cut to a whole number.
        const [short, long] = [
          Math.min(picture.width, picture.height),
          Math.max(picture.width, picture.height),
        ];
        const longer = Math.max(1, Math.trunc((resize * long) / short));
        picture = resized(
          picture,
          picture.height <= picture.width ? [resize, longer] : [longer, resize],
          interpolation,
        );
        picture = cropped(picture, [height, width]);
      } else if (picture.height !== height || picture.width !== width) {
        picture = resized(picture, [height, width], interpolation);
      }
      const { data } = picture;
      if (order === "nhwc" || depth === 1) {
        for (let index = 0; index < data.length; index++) into[index] = data[index]! * scale;
        return;
      }
      for (let pixel = 0; pixel < pixels; pixel++)
        for (let k = 0; k < depth; k++) into[k * pixels + pixel] = data[pixel * depth + k]! * scale;
    },
  };
}

/** Whether a model that takes one axis, or another arrangement, wants this many pixels of so many channels. */
function isFlatOf(
  { height, width }: Picture,
  inputShape: InputShape | undefined,
  depth: number,
): boolean {
  return (
    inputShape !== undefined &&
    inputShape.length !== 3 &&
    inputShape.every((length) => length !== undefined) &&
    sizeOf(inputShape) === height * width * depth
  );
}

function planShape(
  { order, height, width, depth }: Measures,
  inputShape: InputShape | undefined,
): readonly number[] {
  const shape = order === "nchw" ? [depth, height, width] : [height, width, depth];
  if (inputShape === undefined || fits(shape, inputShape)) return shape;
  const isKnown = inputShape.every((length) => length !== undefined);
  // 784 for 28 × 28, or 28 × 28 without an axis of channels.
  if (isKnown && inputShape.length !== 3 && sizeOf(inputShape) === height * width * depth)
    return inputShape;
  if (depth === 1 && fits([height, width], inputShape)) return [height, width];
  throw invalid(
    `pictures of ${shape.join(" × ")} do not fit a model that takes ${textOf(inputShape)}`,
    "State `layout`, `size` and `channels`.",
  );
}

function textOf(shape: InputShape): string {
  return shape.map((length) => length ?? "any").join(" × ");
}

/** How to turn stored axes into the wanted ones; undefined where they fit as they are. */
function turnOf(
  shape: readonly number[],
  wanted: InputShape,
): readonly [number, number, number] | undefined | "none" {
  if (fits(shape, wanted)) return undefined;
  if (shape.length !== 3 || wanted.length !== 3) return "none";
  for (const axes of [
    [2, 0, 1],
    [1, 2, 0],
  ] as const)
    if (
      fits(
        axes.map((axis) => shape[axis]!),
        wanted,
      )
    )
      return axes;
  return "none";
}

function planNumbers(first: RawItem, { preprocessing, inputShape }: PlanOptions): Plan {
  const { layout, dataLayout, scale = 1 } = preprocessing;
  if (preprocessing.channels !== undefined || preprocessing.resize !== undefined)
    throw invalid(
      "`resize` and `channels` are for pictures, and these are numbers of another kind",
      "Store pictures as bytes (uint8), or prepare the arrays as the model takes them.",
    );
  const stored = first.shape;
  let axes: readonly [number, number, number] | undefined;
  let shape = stored;
  if (inputShape !== undefined) {
    const turn = turnOf(stored, inputShape);
    const isStated =
      dataLayout !== undefined &&
      layout !== undefined &&
      dataLayout !== layout &&
      stored.length === 3;
    if (isStated) axes = layout === "nchw" ? [2, 0, 1] : [1, 2, 0];
    else if (turn !== "none") axes = turn;
    if (axes !== undefined) shape = axes.map((axis) => stored[axis]!);
    if (!fits(shape, inputShape)) {
      const isKnown = inputShape.every((length) => length !== undefined);
      const isSafe =
        stored.length < 3 ||
        inputShape.length < 3 ||
        stored.filter((length) => length !== 1).length < 3;
      if (!isKnown || !isSafe || sizeOf(inputShape) !== sizeOf(stored))
        throw invalid(
          `inputs of ${stored.join(" × ")} do not fit a model that takes ${textOf(inputShape)}`,
          "Bring the array to the model's own shape, or check that data and model belong together.",
        );
      shape = inputShape;
    }
  } else if (
    dataLayout !== undefined &&
    layout !== undefined &&
    dataLayout !== layout &&
    stored.length === 3
  ) {
    axes = layout === "nchw" ? [2, 0, 1] : [1, 2, 0];
    shape = axes.map((axis) => stored[axis]!);
  }
  const order = shape.length === 3 ? (layout ?? orderOf(shape) ?? "flat") : "flat";
  return {
    shape,
    layout: order,
    notes: [],
    write({ data, shape: own }, into) {
      if (own.length !== stored.length || own.some((length, axis) => length !== stored[axis]))
        throw invalid(
          `an item has shape ${own.join(" × ")}, and the first has ${stored.join(" × ")}`,
          "All items must be of one shape.",
        );
      if (axes === undefined) {
        for (let index = 0; index < data.length; index++) into[index] = data[index]! * scale;
        return;
      }
      const strides = [own[1]! * own[2]!, own[2]!, 1];
      const [a, b, c] = axes;
      let to = 0;
      for (let i = 0; i < own[a]!; i++)
        for (let j = 0; j < own[b]!; j++)
          for (let k = 0; k < own[c]!; k++)
            into[to++] = data[i * strides[a]! + j * strides[b]! + k * strides[c]!]! * scale;
    },
  };
}

/** Makes the plan from the first item. */
export function planFor(first: RawItem, options: PlanOptions): Plan {
  const { preprocessing, holds } = options;
  const picture = holds === "pictures" ? pictureOf(first, preprocessing.dataLayout) : undefined;
  return picture === undefined ? planNumbers(first, options) : planPictures(picture, options);
}
