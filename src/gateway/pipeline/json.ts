import { isUtf8 } from "node:buffer";

/** JSON of somebody whom nobody vouches for. */
export type Parsed =
  | {
      readonly kind: "json";
      readonly value: unknown;
      /**
       * True where no reader can see another value in the text than this one: what we would write is the
       * same, or differs in blanks, escapes and how numbers are spelt.
       */
      readonly isCanonical: boolean;
    }
  | { readonly kind: "invalid"; readonly problem: string };

/** Deeper than any schema of a tool, and far from what recursion can bear. */
const maxDepth = 128;

/** Undefined where the value is well; else what is wrong. */
function problemIn(value: unknown, depth: number): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (depth > maxDepth) return `nested deeper than ${maxDepth}`;
  if (Array.isArray(value)) {
    for (const item of value) {
      if (typeof item !== "object") continue;
      const problem = problemIn(item, depth + 1);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
  for (const key in value) {
    if (key === "__proto__") return 'a key "__proto__"';
    const item: unknown = (value as Record<string, unknown>)[key];
    if (typeof item !== "object") continue;
    const problem = problemIn(item, depth + 1);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Where the string that begins at `start` ends; its closing quote. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); ; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text.charCodeAt(at - 1 - escapes) === 92) escapes++;
    if (escapes % 2 === 0) return at;
  }
}

/** Keys of one object: a set costs more than it saves where they are few, as they mostly are. */
interface Keys {
  readonly few: string[];
  many: Set<string> | undefined;
}

/** True for a key that was there; it is there afterwards. */
function hasKey(keys: Keys, key: string): boolean {
  const { few } = keys;
  if (keys.many === undefined) {
    if (few.includes(key)) return true;
    few.push(key);
    if (few.length > 16) keys.many = new Set(few);
    return false;
  }
  const { size } = keys.many;
  return keys.many.add(key).size === size;
}

/**
 * True where an object of the text names a key twice, also by another spelling of its escapes. Readers
 * disagree on which one counts, and a guard must not judge one while the model reads the other
 * (RFC 8259, 4; bishopfox.com "An Exploration of JSON Interoperability Vulnerabilities"). The text is
 * JSON that has been parsed, so that strings end and brackets match.
 */
function hasTwins(text: string): boolean {
  /** The objects that are open; undefined for a list. */
  const open: (Keys | undefined)[] = [];
  let isKeyNext = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      const start = at;
      at = endOfString(text, start);
      if (!isKeyNext) continue;
      isKeyNext = false;
      const written = text.slice(start + 1, at);
      const key = written.includes("\\") ? (JSON.parse(`"${written}"`) as string) : written;
      const keys = open.at(-1)!;
      if (hasKey(keys, key)) return true;
    } else if (code === 123) {
      open.push({ few: [], many: undefined });
      isKeyNext = true;
    } else if (code === 91) {
      open.push(undefined);
      isKeyNext = false;
    } else if (code === 125 || code === 93) open.pop();
    else if (code === 44) isKeyNext = open.at(-1) !== undefined;
  }
  return false;
}

/** Parses text. Never throws; the value's objects have no key that reaches a prototype. */
export function parseJson(text: string): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // V8's message quotes the text, which is somebody's prompt.
    return { kind: "invalid", problem: "it is no valid JSON" };
  }
  const problem = problemIn(value, 0);
  if (problem !== undefined) return { kind: "invalid", problem: `it has ${problem}` };
  return { kind: "json", value, isCanonical: !hasTwins(text) };
}

/** Parses bytes, which must be UTF-8: what is not, every reader mends in its own way. */
export function parseJsonBytes(bytes: Buffer): Parsed {
  if (!isUtf8(bytes)) return { kind: "invalid", problem: "it is no valid UTF-8" };
  return parseJson(bytes.toString("utf8"));
}
