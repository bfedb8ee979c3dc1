// The section `robustness` of `pavise.yaml`: what `pavise attack` attacks, with what, and what is asked.
import { z } from "zod";

const fraction = z
  .union([
    z.number(),
    z
      .string()
      .regex(
        /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?(?:\s*\/\s*\d+(?:\.\d+)?)?$/i,
        "must be a number or a fraction such as 8/255",
      ),
  ])
  .describe("A number, or a fraction such as 8/255.");
const fractions = z.union([fraction, z.array(fraction).min(1)]);
const side = z.int().min(1);
const path = z.string().min(1);

const attack = z.union([
  z.string().min(1),
  z
    .looseObject({
      attack: z.string().min(1).describe("As `pavise attack --list` has it."),
      norm: z.enum(["linf", "l2", "l1", "l0"]).optional(),
      eps: fractions.optional().describe("One bound, or several for a curve; the first is judged."),
    })
    .describe("An attack with parameters of its own: `steps: 10`, `step-size: 2/255`."),
]);

export const RobustnessSection = z
  .strictObject({
    model: path.optional().describe("The model, relative to this file."),
    endpoint: z
      .looseObject({})
      .optional()
      .describe("A model behind an address instead: url, protocol, and what docs/attack.md lists."),
    data: path.optional().describe("Inputs: npy, npz, csv, parquet, IDX, or a folder of pictures."),
    labels: path.optional().describe("Labels, where they stand apart."),
    classes: z
      .union([path, z.array(z.string()).min(1)])
      .optional()
      .describe("Names of the classes in their order, or a file with one a line."),
    scale: fraction.optional().describe("Each stored number is multiplied by it: 1/255."),
    range: z
      .tuple([fraction, fraction])
      .optional()
      .describe("Least and greatest valid value, after `scale`."),
    mean: fractions.optional().describe("Taken off after `scale`, for each channel."),
    std: fractions.optional().describe("Divided by after `mean`, for each channel."),
    layout: z.enum(["nchw", "nhwc"]).optional().describe("Order of axes that the model takes."),
    "data-layout": z.enum(["nchw", "nhwc"]).optional().describe("Order of axes in the data."),
    size: z
      .union([side, z.tuple([side, side])])
      .optional()
      .describe("Height and width."),
    resize: side.optional().describe("Length of the shorter side before the middle is cut out."),
    interpolation: z.enum(["nearest", "bilinear", "bicubic"]).optional(),
    channels: z.enum(["grey", "rgb", "bgr"]).optional(),
    columns: z
      .strictObject({
        label: z.union([z.string(), z.int()]).optional(),
        inputs: z.array(z.string()).min(1).optional(),
        categories: z.record(z.string(), z.array(z.string()).min(1)).optional(),
        header: z.boolean().optional(),
      })
      .optional()
      .describe("What of a table is what."),
    input: z
      .string()
      .min(1)
      .optional()
      .describe("Name of the graph's input, where it has several."),
    output: z.string().min(1).optional().describe("Name of the graph's output."),
    provider: z.enum(["cpu", "cuda", "webgpu", "coreml"]).optional().describe("What runs it."),
    limit: z.int().min(1).optional().describe("At most so many inputs."),
    seed: z.int().optional(),
    batch: z.int().min(1).optional().describe("Inputs at once."),
    queries: z.int().min(1).optional().describe("Queries that each input may cost."),
    target: z
      .union([z.enum(["random", "least-likely", "second", "next"]), z.int().min(0)])
      .optional()
      .describe("Targeted: the class that each input shall be taken for."),
    attacks: z.array(attack).min(1).optional().describe("Attacks, in the order in which they run."),
    corruptions: z.boolean().optional().describe("Also measures common corruptions."),
    certify: z
      .union([z.boolean(), z.enum(["interval", "crown"])])
      .optional()
      .describe("Also proves, for each input, that nothing within eps changes its answer."),
    backdoors: z.boolean().optional().describe("Also searches the model for backdoors."),
    extract: z
      .union([z.boolean(), z.array(z.int().min(1)).min(1)])
      .optional()
      .describe("Also copies the model by its answers: true, or budgets of queries."),
    members: path
      .optional()
      .describe("Inputs that the model was trained on: membership inference."),
    "member-labels": path.optional().describe("Their labels, where they stand apart."),
    "min-robust-accuracy": z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe(
        "The gate: the least robust accuracy, from 0 to 1, over all attacks at their first eps.",
      ),
  })
  .describe("How `pavise attack` attacks the model.");
export type RobustnessSection = z.infer<typeof RobustnessSection>;
