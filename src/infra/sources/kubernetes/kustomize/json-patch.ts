// JSON patches (RFC 6902), with pointers of RFC 6901.
import { textOf, type Value } from "../../../value.ts";

const maxWords = 100;

/** What operations make of a value; undefined where one of them does not fit, so that none counts. */
export function patched(value: Value, operations: readonly Value[]): Value | undefined {
  let current: Value | undefined = value;
  for (const operation of operations) {
    current = current === undefined ? undefined : applied(current, operation);
    if (current === undefined) return undefined;
  }
  return current;
}

function wordsOf(pointer: string): readonly string[] | undefined {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) return undefined;
  const words = pointer.slice(1).split("/", maxWords + 1);
  if (words.length > maxWords) return undefined;
  return words.map((word) => word.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function applied(value: Value, operation: Value): Value | undefined {
  if (operation.kind !== "map") return undefined;
  const { entries } = operation;
  const path = wordsOf(textOf(entries.get("path")) ?? " ");
  if (path === undefined) return undefined;
  const given = entries.get("value");
  const from = wordsOf(textOf(entries.get("from")) ?? " ");
  switch (textOf(entries.get("op"))) {
    case "add":
      return given && edited(value, path, { put: given, isNew: true });
    case "replace":
      return given && at(value, path) && edited(value, path, { put: given });
    case "remove":
      return at(value, path) && edited(value, path, {});
    case "copy":
    case "move": {
      const source = from === undefined ? undefined : at(value, from);
      if (source === undefined || from === undefined) return undefined;
      const rest = textOf(entries.get("op")) === "move" ? edited(value, from, {}) : value;
      return rest && edited(rest, path, { put: source, isNew: true });
    }
    case "test":
      // What it holds is not asked: a patch that is not meant for a resource names another target.
      return value;
    default:
      return undefined;
  }
}

function at(value: Value | undefined, path: readonly string[]): Value | undefined {
  let current = value;
  for (const word of path) {
    if (current?.kind === "map") current = current.entries.get(word);
    else if (current?.kind === "list") current = current.items[indexOf(word, current.items.length)];
    else return undefined;
  }
  return current;
}

function indexOf(word: string, length: number): number {
  if (word === "-") return length;
  return /^\d{1,9}$/.test(word) ? Number(word) : -1;
}

/** The value with another in the place of what a path leads to, or without it. */
function edited(
  value: Value,
  path: readonly string[],
  change: { readonly put?: Value; readonly isNew?: boolean },
): Value | undefined {
  const [word, ...rest] = path;
  if (word === undefined) return change.put;
  if (value.kind === "map") {
    const entries = new Map(value.entries);
    const inner = entries.get(word);
    if (rest.length > 0) {
      const made = inner === undefined ? undefined : edited(inner, rest, change);
      if (made === undefined) return undefined;
      entries.set(word, made);
    } else if (change.put === undefined) entries.delete(word);
    else entries.set(word, change.put);
    return { ...value, entries };
  }
  if (value.kind !== "list") return undefined;
  const items = [...value.items];
  const index = indexOf(word, items.length);
  if (rest.length > 0) {
    const inner = items[index];
    const made = inner === undefined ? undefined : edited(inner, rest, change);
    if (made === undefined) return undefined;
    items[index] = made;
  } else if (change.put === undefined) items.splice(index, 1);
  else if (index < 0 || index > items.length) return undefined;
  else items.splice(index, change.isNew === true ? 0 : 1, change.put);
  return { ...value, items };
}
