// What the columns of a table are, and how they may change: what an attacker can bring about, said once.
import { z } from "zod";

const change = z
  .enum(["free", "never", "up", "down"])
  .default("free")
  .describe("whether the attacker can change it, and which way");

const weight = z
  .number()
  .positive()
  .default(1)
  .describe("how much a change shows: a change by the whole range costs so much");

const columnFeature = z.strictObject({
  name: z.string().min(1).optional().describe("name of the column"),
  kind: z.enum(["continuous", "integer"]).default("continuous").describe("kind of its values"),
  change,
  weight,
  range: z
    .tuple([z.number(), z.number()])
    .refine(([least, most]) => least < most, "the first must be less than the second")
    .optional()
    .describe("valid values, in units of the inputs; left out: those of the model"),
  step: z
    .number()
    .positive()
    .optional()
    .describe(
      "values are the start of the range, or 0, plus a multiple of it; in units of the inputs, so that scaled whole numbers have a step too",
    ),
});

const oneHotFeature = z.strictObject({
  name: z.string().min(1).optional().describe("name of the feature"),
  kind: z.literal("one-hot"),
  values: z.int().min(2).describe("how many columns it has, one for each value"),
  on: z.number().default(1).describe("what the column of the value is"),
  off: z.number().default(0).describe("what the columns of the others are"),
  change: z.enum(["free", "never"]).default("free").describe("whether the attacker can change it"),
  weight,
});

const relation = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("at-most"),
    less: z.string().describe("name of the column that is at most the other"),
    greater: z.string().describe("name of the other"),
  }),
  z.strictObject({
    kind: z.literal("sum"),
    of: z.array(z.string()).min(2).describe("names of the columns that are added"),
    total: z.number().describe("what they add up to, in units of the inputs"),
  }),
]);

/** The columns of a table in their order. A one-hot feature stands for as many columns as it has values. */
export const tableSchema = z.strictObject({
  features: z
    .array(z.union([oneHotFeature, columnFeature]))
    .min(1)
    .optional()
    .describe(
      "the columns in their order; left out: all continuous, and free within the model's range",
    ),
  relations: z
    .array(relation)
    .default([])
    .describe("what holds between columns and must still hold afterwards"),
});
export type TableSchema = z.output<typeof tableSchema>;
