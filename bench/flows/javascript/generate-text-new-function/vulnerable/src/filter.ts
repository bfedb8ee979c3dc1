import { ruleFor } from "./rules.js";

type Row = Record<string, number>;

export async function filter(rows: Row[], wish: string): Promise<Row[]> {
  const body = await ruleFor(wish);
  const keep = new Function("row", body) as (row: Row) => boolean; // sink
  return rows.filter((row) => keep(row));
}
