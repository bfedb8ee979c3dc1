// The weights of a TensorFlow.js model: a list of names and shapes, and files that hold their bytes one after the other.
// https://github.com/tensorflow/tfjs/blob/master/tfjs-core/src/io/types.ts and io_utils.ts
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { z } from "zod";
import { halfOf } from "../../../formats/numpy/elements.ts";
import { sizeOf } from "../../batch.ts";
import { unsupported } from "../convert/builder.ts";

const spec = z.object({
  name: z.string(),
  shape: z.array(z.int().min(0)).max(16),
  dtype: z.string(),
  quantization: z
    .object({ dtype: z.string(), scale: z.number().optional(), min: z.number().optional() })
    .optional(),
});
const manifestSchema = z
  .array(
    z.object({ paths: z.array(z.string()).max(10_000), weights: z.array(spec).max(1_000_000) }),
  )
  .max(10_000);

/** An array: what whole numbers stand for is kept apart from floats. */
export interface TfjsArray {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly read: () => Float32Array;
}

const maxBytes = 2 ** 31 - 1;

type Read = (bytes: Buffer, at: number) => number;
const types: Readonly<Record<string, readonly [width: number, read: Read]>> = {
  float32: [4, (bytes, at) => bytes.readFloatLE(at)],
  int32: [4, (bytes, at) => bytes.readInt32LE(at)],
  uint8: [1, (bytes, at) => bytes[at]!],
  bool: [1, (bytes, at) => bytes[at]!],
  uint16: [2, (bytes, at) => bytes.readUInt16LE(at)],
  float16: [2, (bytes, at) => halfOf(bytes.readUInt16LE(at))],
};

/** Finds the bytes of one file of a model by its name. */
export type Shards = (path: string) => Buffer;

/** Files beside `model.json`; a name that leads out of the folder is refused. */
export function shardsBeside(modelPath: string): Shards {
  const folder = dirname(modelPath);
  return (path) => {
    const clean = normalize(path);
    if (clean.startsWith("..") || clean.startsWith(sep) || /^[A-Za-z]:|^\w+:\/\//.test(path))
      throw unsupported(
        `the weights ${path.slice(0, 120)} lie outside of the model's folder`,
        "Keep the files of a model together.",
      );
    const file = join(folder, clean);
    if (!existsSync(file))
      throw unsupported(
        `the file of weights ${path.slice(0, 120)} is not beside the model`,
        "Keep the files of a model together.",
      );
    if (statSync(file).size > maxBytes)
      throw unsupported(
        `the file of weights ${path.slice(0, 120)} is too large`,
        "Convert the model with smaller shards.",
      );
    return readFileSync(file);
  };
}

/** Arrays by name. */
export function readManifest(value: unknown, shards: Shards): ReadonlyMap<string, TfjsArray> {
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success)
    throw unsupported(
      "the model's list of weights is broken",
      "Convert or save the model again.",
      parsed.error,
    );
  const arrays = new Map<string, TfjsArray>();
  for (const { paths, weights } of parsed.data) {
    const bytes = Buffer.concat(paths.map(shards));
    let at = 0;
    for (const { name, shape, dtype, quantization } of weights) {
      const type = types[quantization?.dtype ?? dtype];
      if (type === undefined)
        throw unsupported(
          `the weights ${name} are of ${quantization?.dtype ?? dtype}, which is not read`,
          "Convert the model with float32, float16, uint16 or uint8 weights.",
        );
      const [width, read] = type;
      const count = sizeOf(shape);
      const start = at;
      at += count * width;
      if (at > bytes.length)
        throw unsupported(
          `the weights ${name} are cut off`,
          "Keep the files of a model together, and whole.",
        );
      const { scale = 1, min = 0 } = quantization ?? {};
      arrays.set(name, {
        shape,
        dtype,
        read() {
          const out = new Float32Array(count);
          for (let index = 0; index < count; index++)
            out[index] = read(bytes, start + index * width) * scale + min;
          return out;
        },
      });
    }
  }
  return arrays;
}
