/** Texts that stand in JSON as they are; surrogates are left to `JSON.stringify`, which knows lone ones. */
const plain = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

const index = /^(?:0|[1-9]\d{0,9})$/;

/** A text as JSON has it. */
function quoted(text: string): string {
  // Most texts are short and plain, and cost less to look at than a call of `JSON.stringify`.
  return plain.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** Shapes of objects whose order of keys is remembered, those met last first. */
const maxShapes = 32;
/** Texts that many objects have in common. */
const maxTexts = 2_000;

/** The keys of an object as it has them, and as they are written. */
interface Shape {
  readonly keys: readonly string[];
  readonly written: readonly (readonly [key: string, name: string])[];
}

function isOf({ keys: known }: Shape, keys: readonly string[]): boolean {
  if (known.length !== keys.length) return false;
  for (let at = 0; at < known.length; at++) if (known[at] !== keys[at]) return false;
  return true;
}

/** How objects are written: the order of their keys. */
export interface JsonStyle {
  readonly compare: (a: string, b: string) => number;
  /** Keys whose values many objects have in common, as all findings of a check do: written once. */
  readonly shared: ReadonlySet<string>;
}

/** Writes a value as it stands behind so much space in a whole. */
export type WriteJson = (value: unknown, pad: string) => string;

/**
 * Writes what `JSON.stringify(value, inOrder, 2)` would, plain data alone, in a third of its time: a
 * large account is a gigabyte of it. What is remembered lasts as long as the writer does.
 */
export function jsonWriter({ compare, shared }: JsonStyle): WriteJson {
  const shapes: Shape[] = [];
  const lists = new WeakMap<object, { readonly pad: string; readonly text: string }>();
  const texts = new Map<string, string>();

  /** Objects have keys that are indices before all others, by their number. */
  function inOrder(keys: readonly string[]): readonly string[] {
    const indices = keys.filter((key) => index.test(key) && Number(key) < 2 ** 32 - 1);
    if (indices.length === 0) return keys.toSorted(compare);
    const others = keys.filter((key) => !indices.includes(key));
    return [...indices.sort((a, b) => Number(a) - Number(b)), ...others.toSorted(compare)];
  }

  function keysOf(value: object): Shape["written"] {
    const keys = Object.keys(value);
    const at = shapes.findIndex((shape) => isOf(shape, keys));
    const known = shapes[at];
    if (known !== undefined) {
      if (at > 0) [shapes[at - 1], shapes[at]] = [known, shapes[at - 1]!];
      return known.written;
    }
    const written = inOrder(keys).map((key) => [key, `${quoted(key)}: `] as const);
    if (shapes.length >= maxShapes) shapes.pop();
    shapes.push({ keys, written });
    return written;
  }

  function list(value: readonly unknown[], pad: string): string {
    if (value.length === 0) return "[]";
    const inner = `${pad}  `;
    let text = "[";
    for (let at = 0; at < value.length; at++)
      text += `${at === 0 ? "\n" : ",\n"}${inner}${write(value[at] ?? null, inner)}`;
    return `${text}\n${pad}]`;
  }

  function record(value: object, pad: string): string {
    const inner = `${pad}  `;
    let text = "";
    for (const [key, name] of keysOf(value)) {
      const own = (value as Readonly<Record<string, unknown>>)[key];
      if (own === undefined) continue;
      const written = shared.has(key) ? common(own, inner) : write(own, inner);
      text += `${text === "" ? "{" : ","}\n${inner}${name}${written}`;
    }
    return text === "" ? "{}" : `${text}\n${pad}}`;
  }

  function common(value: unknown, pad: string): string {
    if (typeof value === "string") {
      const known = texts.get(value);
      if (known !== undefined) return known;
      const text = quoted(value);
      if (texts.size < maxTexts) texts.set(value, text);
      return text;
    }
    if (typeof value !== "object" || value === null) return write(value, pad);
    const known = lists.get(value);
    if (known?.pad === pad) return known.text;
    const text = write(value, pad);
    lists.set(value, { pad, text });
    return text;
  }

  function write(value: unknown, pad: string): string {
    if (typeof value === "string") return quoted(value);
    if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
    return Array.isArray(value) ? list(value, pad) : record(value, pad);
  }

  return write;
}
