import type { NamePattern } from "./model.ts";

/** A name pattern, taken apart once. */
export interface Pattern {
  /** What stands before, between and after its stars; one text where it has none. */
  readonly parts: readonly string[];
  /** Under which part of a name it is looked up: its last, or its first where the last is open. */
  readonly index: { readonly by: "tail" | "head"; readonly key: string } | null;
}

/** Takes a pattern apart. `index` is null where it names neither its last part whole nor its first. */
export function readPattern(pattern: NamePattern): Pattern {
  const parts = pattern.split("*");
  const last = parts[parts.length - 1]!;
  if (parts.length === 1 || last.includes("."))
    return { parts, index: { by: "tail", key: tailOf(last) } };
  const first = parts[0]!;
  const head = headOf(first);
  // The head is whole only where something ends it: `hashlib.*`, not `hash*`.
  const index =
    head !== "" && head.length < first.length ? ({ by: "head", key: head } as const) : null;
  return { parts, index };
}

const kept = new Map<NamePattern, Pattern>();

/** True where a name fits one of a few patterns, such as those of `filled`. */
export function fitsOne(patterns: readonly NamePattern[], name: string): boolean {
  return patterns.some((text) => {
    let pattern = kept.get(text);
    if (pattern === undefined) kept.set(text, (pattern = readPattern(text)));
    return fits(pattern, name);
  });
}

/** True where a name fits. Each part is sought once, from left to right: linear. */
export function fits({ parts }: Pattern, name: string): boolean {
  const first = parts[0]!;
  if (parts.length === 1) return name === first;
  const last = parts[parts.length - 1]!;
  const end = name.length - last.length;
  let at = first.length;
  if (end < at || !name.startsWith(first) || !name.endsWith(last)) return false;
  for (let index = 1; index < parts.length - 1; index++) {
    const found = name.indexOf(parts[index]!, at);
    if (found < 0) return false;
    at = found + parts[index]!.length;
  }
  return at <= end;
}

/** The last part of a qualified name, with its brackets: `create`, `pipeline()`. */
export function tailOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** The first part of a qualified name, without its brackets. */
export function headOf(name: string): string {
  for (let index = 0; index < name.length; index++) {
    const code = name.charCodeAt(index);
    // . ( [
    if (code === 46 || code === 40 || code === 91) return name.slice(0, index);
  }
  return name;
}

/**
 * The word that a method is called on: `llm` of `~self.llm.invoke`, `ChatOpenAI` of
 * `langchain_openai.ChatOpenAI().invoke`; empty where there is none.
 */
export function receiverOf(name: string): string {
  let end = name.lastIndexOf(".");
  if (end < 0) return "";
  // Brackets are walked over: `clients[]()`.
  while (end > 0 && /[()[\]]/.test(name[end - 1]!)) end--;
  let start = end;
  while (start > 0 && !/[.~?()[\]]/.test(name[start - 1]!)) start--;
  return name.slice(start, end);
}
