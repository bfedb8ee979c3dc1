// How stored data become what a model is given: stated once, in `pavise.yaml` or on the command line.
import { z } from "zod";

/** A number, or a fraction such as `1/255`, which no decimal says exactly. */
export const fraction = z
  .union([
    z.number(),
    z.string().regex(/^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?(?:\s*\/\s*\d+(?:\.\d+)?)?$/i),
  ])
  .transform((value, context) => {
    if (typeof value === "number") return value;
    const [top, bottom = "1"] = value.split("/");
    const result = Number(top) / Number(bottom);
    if (!Number.isFinite(result)) {
      context.addIssue({ code: "custom", message: "is no number" });
      return z.NEVER;
    }
    return result;
  });

const perChannel = z.union([fraction, z.array(fraction).min(1).max(4096)]);
const side = z.int().min(1).max(16_384);
const pair = z.tuple([side, side]);

/** From stored numbers to inputs: size, channels, scale, then the model's own mean and std. */
export const preprocessingSchema = z.strictObject({
  scale: fraction
    .optional()
    .describe("Each stored number is multiplied by it. Eps is in the units after it. Default 1."),
  range: z
    .tuple([fraction, fraction])
    .optional()
    .describe(
      "Least and greatest valid value after `scale`. Default 0 to 255 × scale for pictures, otherwise what the data have.",
    ),
  mean: perChannel
    .optional()
    .describe("Taken off after `scale`, for each channel: part of the model."),
  std: perChannel
    .optional()
    .describe("Divided by after `mean`, for each channel: part of the model."),
  layout: z
    .enum(["nchw", "nhwc"])
    .optional()
    .describe("Order of the axes that the model takes. Default: as its input's shape says."),
  dataLayout: z
    .enum(["nchw", "nhwc"])
    .optional()
    .describe("Order of the axes in stored arrays. Default: as their shape says."),
  size: z
    .union([side, pair])
    .optional()
    .describe("Height and width of pictures. Default: as the model's input says."),
  resize: side
    .optional()
    .describe(
      "Length of the shorter side before the middle of `size` is cut out. Without it pictures are stretched to `size`.",
    ),
  interpolation: z
    .enum(["nearest", "bilinear", "bicubic"])
    .optional()
    .describe("How pictures are resized, with antialiasing as Pillow does. Default bilinear."),
  channels: z
    .enum(["grey", "rgb", "bgr"])
    .optional()
    .describe("Colours that the model takes. Default: as its input says, rgb where that has 3."),
  dtype: z
    .enum(["float32", "float16", "float64", "uint8", "int8", "int32", "int64"])
    .optional()
    .describe("Type of the model's input. Default: as the model says."),
});
export type Preprocessing = z.output<typeof preprocessingSchema>;

/** What of a table is what. */
export const columnsSchema = z.strictObject({
  label: z
    .union([z.string(), z.int()])
    .optional()
    .describe("Column of labels, by name or number from 0; −1 is the last."),
  inputs: z
    .array(z.string())
    .min(1)
    .optional()
    .describe("Columns that the model takes, in its order. Default: all others."),
  categories: z
    .record(z.string(), z.array(z.string()).min(1))
    .optional()
    .describe(
      "Columns of texts or codes, and their values in the order in which the model was trained with them.",
    ),
  header: z
    .boolean()
    .optional()
    .describe(
      "Whether the first row of a CSV file has names. Default: if it holds a text that is no number.",
    ),
});
export type Columns = z.output<typeof columnsSchema>;
