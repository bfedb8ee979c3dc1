import type { Table } from "../table.ts";
import { tablesAround } from "./around.ts";
import { cognitiveTables } from "./cognitive.ts";
import { machineLearningTables } from "./machine-learning.ts";

/** Everything that is read of a subscription. */
export const allTables: readonly Table[] = [
  ...cognitiveTables,
  ...machineLearningTables,
  ...tablesAround,
];
