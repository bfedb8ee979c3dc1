// Preprocessing that the makers of a model wrote beside it: Hugging Face's `preprocessor_config.json`, timm's
// `config.json`, metadata of an ONNX file. What is stated by the user goes before what is found here.
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Preprocessing } from "./schema.ts";

/** What was found, and where. */
export interface FoundPreprocessing {
  readonly preprocessing: Preprocessing;
  readonly classNames?: readonly string[];
  /** Files, or `metadata of the model`. */
  readonly from: readonly string[];
}

const maxBytes = 16 * 1024 * 1024;
type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function jsonAt(path: string): Fields | undefined {
  try {
    if (!existsSync(path) || statSync(path).size > maxBytes) return undefined;
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function numbers(value: unknown): readonly number[] | undefined {
  const list = typeof value === "number" ? [value] : value;
  if (!Array.isArray(list) || list.length === 0 || list.length > 64) return undefined;
  return list.every((each) => typeof each === "number" && Number.isFinite(each))
    ? (list as number[])
    : undefined;
}

function side(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value > 0 && value <= 16_384
    ? value
    : undefined;
}

function sizeIn(value: unknown): readonly [number, number] | undefined {
  if (isFields(value)) {
    const [height, width] = [side(value["height"]), side(value["width"])];
    return height === undefined || width === undefined ? undefined : [height, width];
  }
  const one = side(value);
  return one === undefined ? undefined : [one, one];
}

/** Pillow's numbers of filters. */
const filters: Readonly<Record<number, Preprocessing["interpolation"]>> = {
  0: "nearest",
  2: "bilinear",
  3: "bicubic",
};

/** Hugging Face's image processors: sizes in the older and the newer form. */
export function fromHuggingFace(config: Fields): Preprocessing {
  const found: { -readonly [K in keyof Preprocessing]: Preprocessing[K] } = {};
  const crop = config["do_center_crop"] === true ? sizeIn(config["crop_size"]) : undefined;
  const { size } = config;
  if (config["do_resize"] !== false) {
    const shortest = isFields(size)
      ? side(size["shortest_edge"])
      : crop === undefined
        ? undefined
        : side(size);
    if (shortest !== undefined) found.resize = shortest;
    const whole = shortest === undefined ? sizeIn(size) : undefined;
    if (whole !== undefined) found.size = [...whole];
    // ConvNeXt: the shorter side by `crop_pct`, then the middle.
    const share = config["crop_pct"];
    if (
      shortest !== undefined &&
      crop === undefined &&
      typeof share === "number" &&
      share > 0 &&
      share <= 1
    ) {
      found.resize = Math.trunc(shortest / share);
      found.size = [shortest, shortest];
    }
  }
  if (crop !== undefined) found.size = [...crop];
  const filter = filters[config["resample"] as number];
  if (filter !== undefined) found.interpolation = filter;
  const isNormal = config["do_normalize"] !== false;
  // The older extractors scaled wherever they normalised.
  const factor = typeof config["rescale_factor"] === "number" ? config["rescale_factor"] : 1 / 255;
  if (config["do_rescale"] === false) found.scale = 1;
  else {
    found.scale = 1 / 255;
    const share = 255 * factor;
    const isShifted = config["rescale_offset"] === true;
    let mean = isNormal ? numbers(config["image_mean"]) : undefined;
    let std = isNormal ? numbers(config["image_std"]) : undefined;
    // x × factor − 1, or x by another factor, is written as a mean and a deviation of what is in 0 to 1.
    if (isShifted || Math.abs(share - 1) > 1e-6) {
      const [m0, s0] = [isShifted ? 1 / share : 0, 1 / share];
      mean = (mean ?? [0]).map((value) => m0 + s0 * value);
      std = (std ?? [1]).map((value) => s0 * value);
    }
    if (mean !== undefined) found.mean = [...mean];
    if (std !== undefined) found.std = [...std];
  }
  if (config["do_rescale"] === false && isNormal) {
    const [mean, std] = [numbers(config["image_mean"]), numbers(config["image_std"])];
    if (mean !== undefined) found.mean = [...mean];
    if (std !== undefined) found.std = [...std];
  }
  if (config["do_convert_rgb"] === true) found.channels = "rgb";
  if (config["do_flip_channel_order"] === true) found.channels = "bgr";
  return found;
}

/** timm's `pretrained_cfg`: pictures are scaled to 0 to 1 always. */
export function fromTimm(config: Fields): Preprocessing {
  const found: { -readonly [K in keyof Preprocessing]: Preprocessing[K] } = { scale: 1 / 255 };
  const input = numbers(config["input_size"]);
  const [mean, std] = [numbers(config["mean"]), numbers(config["std"])];
  if (mean !== undefined) found.mean = [...mean];
  if (std !== undefined) found.std = [...std];
  if (input?.length === 3) {
    const [depth, height, width] = [input[0]!, side(input[1]), side(input[2])];
    if (height !== undefined && width !== undefined) {
      found.size = [height, width];
      const share =
        typeof config["crop_pct"] === "number" && config["crop_pct"] > 0
          ? config["crop_pct"]
          : 0.875;
      // `crop_mode` "center" scales the shorter side so that `crop_pct` of it is kept.
      if (config["crop_mode"] !== "squash" && height === width)
        found.resize = Math.floor(height / share);
    }
    found.channels = depth === 1 ? "grey" : "rgb";
    found.layout = "nchw";
  }
  const kind = config["interpolation"];
  if (kind === "bilinear" || kind === "bicubic" || kind === "nearest") found.interpolation = kind;
  return found;
}

/** Names of classes of a Hugging Face or timm `config.json`. */
export function classNamesIn(config: Fields): readonly string[] | undefined {
  const list = config["label_names"];
  const numbered = config["id2label"];
  const names: unknown = Array.isArray(list)
    ? list
    : isFields(numbered)
      ? Object.keys(numbered).map((_, index) => numbered[String(index)])
      : undefined;
  return Array.isArray(names) && names.length > 0 && names.every((name) => typeof name === "string")
    ? names
    : undefined;
}

/** Windows ML's metadata of image models, and the names that Ultralytics writes. */
export function fromMetadata(metadata: ReadonlyMap<string, string>): Preprocessing {
  const found: { -readonly [K in keyof Preprocessing]: Preprocessing[K] } = {};
  const range = metadata.get("Image.NominalPixelRange");
  if (range === "NominalRange_0_255") found.scale = 1;
  else if (range === "Normalized_0_1") found.scale = 1 / 255;
  else if (range === "Normalized_1_1")
    Object.assign(found, { scale: 1 / 255, mean: [0.5], std: [0.5] });
  const format = metadata.get("Image.BitmapPixelFormat") ?? "";
  if (format.startsWith("Gray")) found.channels = "grey";
  else if (format.startsWith("Bgr")) found.channels = "bgr";
  else if (format.startsWith("Rgb")) found.channels = "rgb";
  return found;
}

/** Looks beside a model, and into its metadata. Total: what cannot be read is not there. */
export function preprocessingBeside(
  model: string,
  metadata: ReadonlyMap<string, string> = new Map(),
): FoundPreprocessing | undefined {
  const status = statSync(model, { throwIfNoEntry: false });
  const here = status?.isDirectory() === true ? model : dirname(model);
  const from: string[] = [];
  const preprocessing = { ...fromMetadata(metadata) };
  let classNames: readonly string[] | undefined;
  if (Object.keys(preprocessing).length > 0) from.push("metadata of the model");
  // Exporters such as Optimum put the model itself into a folder of its own.
  for (const folder of [here, dirname(here)]) {
    const configPath = join(folder, "config.json");
    const config = jsonAt(configPath);
    const processorPath = join(folder, "preprocessor_config.json");
    const processor = jsonAt(processorPath);
    const timm = config?.["pretrained_cfg"];
    const isImage =
      processor !== undefined &&
      ("image_mean" in processor || "do_resize" in processor || "size" in processor);
    if (isImage) Object.assign(preprocessing, fromHuggingFace(processor));
    else if (isFields(timm)) Object.assign(preprocessing, fromTimm(timm));
    classNames = config === undefined ? undefined : classNamesIn(config);
    if (isImage) from.push(processorPath);
    if (config !== undefined && (classNames !== undefined || isFields(timm))) from.push(configPath);
    if (from.length > 0) break;
  }
  return from.length === 0 ? undefined : { preprocessing, ...(classNames && { classNames }), from };
}
