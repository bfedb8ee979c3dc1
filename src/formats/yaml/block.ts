import type { Span } from "../../core/index.ts";

/** Finds parts of a `|` block in the file: line by line, past the indentation. */
export function placeInBlock(
  text: string,
  span: Span,
  value: string,
): (start: number, end: number) => Span {
  let lines: { readonly from: number; readonly to: number }[] | undefined;

  function build(): { readonly from: number; readonly to: number }[] {
    const found: { from: number; to: number }[] = [];
    let source = lineAfter(text, span.start);
    for (let at = 0; at <= value.length && source < text.length;) {
      const next = value.indexOf("\n", at);
      const length = (next < 0 ? value.length : next) - at;
      const line = text.indexOf("\n", source);
      let end = line < 0 ? text.length : line;
      if (text[end - 1] === "\r") end--;
      found.push({ from: at, to: Math.max(source, end - length) });
      source = line < 0 ? text.length : line + 1;
      if (next < 0) break;
      at = next + 1;
    }
    return found;
  }

  function place(offset: number): number {
    lines ??= build();
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lines[middle]!.from <= offset) low = middle;
      else high = middle - 1;
    }
    const line = lines[low];
    return line === undefined ? span.start : Math.min(line.to + offset - line.from, span.end);
  }
  return (start, end) => {
    const from = place(start);
    // An end stands after its last character, which may be on another line than what follows.
    return {
      start: from,
      end: end > start ? Math.min(span.end, Math.max(from, place(end - 1) + 1)) : from,
    };
  };
}

function lineAfter(text: string, at: number): number {
  const line = text.indexOf("\n", at);
  return line < 0 ? text.length : line + 1;
}
