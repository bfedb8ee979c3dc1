// Parameters that the attacks on tables share.
import { z } from "zod";
import type { Classifier } from "../../classifier.ts";
import { sizeOf } from "../../batch.ts";
import { tableSchema } from "./schema.ts";
import { tableOf, type Table } from "./space.ts";

export const shared = {
  ...tableSchema.shape,
  most: z
    .number()
    .positive()
    .default(1)
    .describe("most change of each column, as a share of its range"),
};

/** The table that a model takes. */
export function tableFor(model: Classifier, schema: z.output<typeof tableSchema>): Table {
  const { features, relations } = schema;
  return tableOf({ features, relations }, { size: sizeOf(model.inputShape), range: model.range });
}
