import type { Value } from "../../value.ts";

/** The order of Terraform's `sort`: by bytes of UTF-8, which is that of code points. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  for (let at = 0; at < a.length && at < b.length; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left === right) continue;
    // Surrogates stand above every other character.
    const isHighLeft = left >= 0xd800 && left <= 0xdfff;
    const isHighRight = right >= 0xd800 && right <= 0xdfff;
    if (isHighLeft !== isHighRight) return isHighLeft ? 1 : -1;
    return left - right;
  }
  return a.length - b.length;
}

/** Each value once; those that cannot be compared cheaply are kept. */
export function unique(values: readonly Value[]): Value[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = keyOf(value, 0);
    if (key === undefined) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const maxKeyLength = 2_000;

/** A text that two values share only where they are the same. */
export function keyOf(value: Value, depth: number): string | undefined {
  if (depth > 20) return undefined;
  if (value.kind === "scalar") {
    if (typeof value.value !== "string") return String(value.value);
    // The text itself, where it stands alone: nothing is copied.
    if (depth === 0) return `"${value.value}`;
    return value.value.length > maxKeyLength ? undefined : JSON.stringify(value.value);
  }
  if (value.kind === "reference") return `&${JSON.stringify([value.resource, value.attribute])}`;
  if (value.kind === "list" && value.open === undefined) {
    let text = "[";
    for (const item of value.items) {
      const key = keyOf(item, depth + 1);
      if (key === undefined || text.length > maxKeyLength) return undefined;
      text += `${key},`;
    }
    return `${text}]`;
  }
  if (value.kind === "map" && value.open === undefined) {
    let text = "{";
    for (const name of [...value.entries.keys()].sort()) {
      const key = keyOf(value.entries.get(name)!, depth + 1);
      if (key === undefined || text.length > maxKeyLength) return undefined;
      text += `${JSON.stringify(name)}:${key},`;
    }
    return `${text}}`;
  }
  if (
    value.kind === "template" &&
    value.parts.every((part) => typeof part === "string" || part.kind === "reference")
  )
    return `t${value.parts.map((part) => (typeof part === "string" ? JSON.stringify(part) : keyOf(part, depth + 1))).join()}`;
  return undefined;
}
