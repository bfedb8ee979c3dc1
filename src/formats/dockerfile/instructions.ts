import type { Span } from "../../core/index.ts";

/** One instruction of a Dockerfile. The span ends before its here-documents. */
export interface Instruction extends Span {
  /** In upper case; what `ONBUILD` puts off is an instruction of its own. */
  readonly name: string;
  readonly bodyStart: number;
  /** Bodies of here-documents that follow it. */
  readonly heredocs: readonly Span[];
}

/** A Dockerfile, split into instructions. */
export interface Instructions {
  readonly instructions: readonly Instruction[];
  readonly comments: readonly Span[];
  /** Character that continues a line; the `escape` directive may change it. */
  readonly escape: string;
}

/** Splits a Dockerfile as BuildKit does: continued lines, comments between them, here-documents. */
export function readInstructions(text: string): Instructions {
  const instructions: Instruction[] = [];
  const comments: Span[] = [];
  const escape = /^(?:\s*#[^\n]*\n)*?\s*#\s*escape\s*=\s*`\s*$/im.test(text.slice(0, 500))
    ? "`"
    : "\\";
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const line = lineEnd(text, at);
    const written = text.slice(at, line.end);
    const body = written.trimStart();
    if (body === "" || body.startsWith("#")) {
      if (body !== "") comments.push({ start: line.end - body.length, end: line.end });
      at = line.next;
      continue;
    }
    const start = line.end - body.length;
    const end = instructionEnd({ text, start, escape, comments });
    const head = /^(?:ONBUILD\s+)?([A-Za-z]+)[ \t]*/i.exec(
      text.slice(start, Math.min(end.end, start + 200)),
    );
    at = end.next;
    const heredocs: Span[] = [];
    const name = head?.[1]?.toUpperCase() ?? "";
    if (name === "RUN" || name === "COPY" || name === "ADD") {
      for (const word of heredocWords(text.slice(start, end.end))) {
        const body = heredocEnd(text, at, word);
        heredocs.push({ start: at, end: body.end });
        at = body.next;
      }
    }
    if (head !== null)
      instructions.push({ name, start, end: end.end, bodyStart: start + head[0].length, heredocs });
  }
  return { instructions, comments, escape };
}

interface LineEnd {
  /** Before the line break. */
  readonly end: number;
  readonly next: number;
}

function lineEnd(text: string, at: number): LineEnd {
  const line = text.indexOf("\n", at);
  const end = line < 0 ? text.length : line;
  return {
    end: end > at && text[end - 1] === "\r" ? end - 1 : end,
    next: line < 0 ? text.length : line + 1,
  };
}

function instructionEnd(from: {
  text: string;
  start: number;
  escape: string;
  comments: Span[];
}): LineEnd {
  const { text, start, escape, comments } = from;
  let line = lineEnd(text, start);
  let last = line;
  let isContinued = text.slice(start, line.end).trimEnd().endsWith(escape);
  while (isContinued && line.next < text.length) {
    const at = line.next;
    line = lineEnd(text, at);
    const body = text.slice(at, line.end).trim();
    if (body.startsWith("#")) comments.push({ start: text.indexOf("#", at), end: line.end });
    else if (body !== "") {
      isContinued = body.endsWith(escape);
      last = line;
    }
  }
  return last === line ? line : { end: last.end, next: line.next };
}

function heredocWords(text: string): readonly string[] {
  return [...text.matchAll(/(?:^|[\s\d])<<-?\s*(["']?)([A-Za-z_]\w*)\1/g)]
    .slice(0, 20)
    .map((found) => found[2]!);
}

function heredocEnd(text: string, from: number, word: string): LineEnd {
  for (let at = from; at < text.length;) {
    const line = lineEnd(text, at);
    if (text.slice(at, line.end).replace(/^\t+/, "") === word) return { end: at, next: line.next };
    at = line.next;
  }
  return { end: text.length, next: text.length };
}
