import type { Place, Value } from "../../value.ts";
import { sizeOf, unknown } from "./values.ts";
import { limits, spend, tooMuch, type Work } from "./work.ts";

/**
 * Places a value within the expression that it is written as: what came through a variable or a
 * local stands where it is used, so that evidence is a line of the resource.
 */
export function settle(value: Value, within: Place, work: Work): Value {
  const size = sizeOf(value);
  if (size > limits.size) return unknown(`it is made of more than ${limits.size} values`, within);
  if (!spend(work, size >> 1)) return tooMuch(within);
  return place(value, within, within);
}

function place(value: Value, within: Place, nearest: Place): Value {
  const { at } = value;
  const isWithin =
    at.document === within.document && at.start >= within.start && at.end <= within.end;
  const here = isWithin ? at : nearest;
  switch (value.kind) {
    case "scalar":
    case "reference":
    case "unknown":
    case "unread":
      return isWithin ? value : { ...value, at: here };
    case "list":
      return {
        kind: "list",
        items: value.items.map((item) => place(item, within, here)),
        at: here,
        ...(value.open === undefined ? {} : { open: value.open }),
      };
    case "choice":
      return {
        kind: "choice",
        cause: value.cause,
        options: value.options.map((option) => place(option, within, here)),
        at: here,
      };
    case "map": {
      const entries = new Map<string, Value>();
      for (const [name, entry] of value.entries) entries.set(name, place(entry, within, here));
      return {
        kind: "map",
        entries,
        at: here,
        ...(value.open === undefined ? {} : { open: value.open }),
      };
    }
    case "template":
      return {
        kind: "template",
        parts: value.parts.map((part) =>
          typeof part === "string" ? part : place(part, within, here),
        ),
        at: here,
      };
    default:
      return { kind: "json", value: place(value.value, within, here), at: here };
  }
}
