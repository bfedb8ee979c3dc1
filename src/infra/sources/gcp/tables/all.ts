import type { Table } from "../table.ts";
import { aiplatformTables } from "./aiplatform.ts";
import { aroundTables } from "./around.ts";

/** Every table of a project. */
export const allTables: readonly Table[] = [...aiplatformTables, ...aroundTables];
