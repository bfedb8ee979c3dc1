import { ruleFor } from "./rules.js";

type Row = Record<string, number>;

export async function filter(rows: Row[], wish: string): Promise<Row[]> {
  const rule = await ruleFor(wish);
  return rows.filter((row) => {
    const cell = row[rule.column] ?? 0;
    return rule.comparison === "below" ? cell < rule.value : cell > rule.value;
  });
}
