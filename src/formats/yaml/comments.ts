import type { Span } from "../../core/index.ts";

/** The comments of a YAML text: a `#` after white space that stands in no scalar. */
export function findComments(text: string, scalars: readonly Span[]): readonly Span[] {
  const comments: Span[] = [];
  const sorted = scalars.toSorted((a, b) => a.start - b.start);
  let next = 0;
  for (let at = text.indexOf("#"); at >= 0;) {
    while (next < sorted.length && sorted[next]!.end <= at) next++;
    const around = sorted[next];
    if (around !== undefined && around.start <= at) {
      at = text.indexOf("#", Math.max(around.end, at + 1));
      continue;
    }
    const before = text[at - 1];
    if (before !== undefined && !/\s/.test(before)) {
      at = text.indexOf("#", at + 1);
      continue;
    }
    const line = text.indexOf("\n", at);
    const end = line < 0 ? text.length : line;
    comments.push({ start: at, end: text[end - 1] === "\r" ? end - 1 : end });
    at = text.indexOf("#", end);
  }
  return comments;
}
