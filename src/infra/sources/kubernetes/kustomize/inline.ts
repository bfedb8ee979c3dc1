import type { Span } from "../../../../core/index.ts";
import type { Place, Value } from "../../../value.ts";

/** A value of a text within a file, with the places that its parts have in the file. Depth is the parser's. */
export function relocated(value: Value, place: (span: Span) => Place): Value {
  const at = place(value.at);
  if (value.kind === "list")
    return { ...value, at, items: value.items.map((item) => relocated(item, place)) };
  if (value.kind !== "map") return { ...value, at };
  const entries = new Map<string, Value>();
  for (const [key, each] of value.entries) entries.set(key, relocated(each, place));
  return { ...value, at, entries };
}
