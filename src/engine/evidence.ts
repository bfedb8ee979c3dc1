import type { Audience, LineIndex, Snippet, Span } from "../core/index.ts";
import { mask } from "../detect/redact.ts";

/** Length at which a line is cut, in UTF-16 code units. */
const maxLine = 200;
const maxSnippetLines = 7;
/** Text around the shown part that the redaction sees too, so that it recognises what is cut. */
const margin = 1_000;

/** Makes the redacted source text that findings of one file show. */
export interface Evidence {
  readonly line: (where: Span) => string;
  readonly snippet: (where: Span, audience: Audience) => Snippet | undefined;
  readonly message: (text: string) => string;
}

/** More secrets than this are looked up between quotes, not searched for one by one. */
const manySecrets = 200;

/** Replaces exact secrets; a short one only where it stands in quotes, or it would eat the text. */
function hide(text: string, secrets: ReadonlySet<string>): string {
  if (secrets.size > manySecrets) {
    const pieces = text.split(/(["'`])/);
    return pieces.map((piece) => (secrets.has(piece) ? mask : piece)).join("");
  }
  let hidden = text;
  for (const secret of secrets) {
    if (secret.length >= 4) hidden = hidden.replaceAll(secret, mask);
    else
      for (const quote of ['"', "'", "`"])
        hidden = hidden.replaceAll(quote + secret + quote, quote + mask + quote);
  }
  return hidden;
}

function cut(text: string): string {
  return text.length > maxLine ? `${text.slice(0, maxLine - 1)}…` : text;
}

/** Many checks speak of the same place, such as the head of a resource; they share what is shown. */
function oncePerPlace<T>(show: (where: Span) => T): (where: Span) => T {
  const known = new Map<string, T>();
  return (where) => {
    const key = `${where.start} ${where.end}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const shown = show(where);
    known.set(key, shown);
    return shown;
  };
}

/** `secrets` are those that any check met anywhere in the file. */
export function evidenceOf(file: {
  lines: LineIndex;
  secrets: readonly string[];
  redact: (text: string) => string;
  /** The part of the file that may be shown with a span; all of it where it is not said. */
  area?: (where: Span) => Span;
}): Evidence {
  const { lines, redact, area } = file;
  // Longest first: a secret may contain another. A secret over several lines is hidden by its lines.
  const parts = file.secrets.flatMap((secret) => [secret, ...secret.split(/[\r\n]+/)]);
  const secrets = new Set(
    parts.filter((part) => part !== "").toSorted((a, b) => b.length - a.length),
  );
  const clean = (source: string): string => redact(hide(source, secrets));

  /**
   * A short line as it stands, for the caller to redact with its neighbours (a secret may be
   * spread over lines); of a long one the part around `offset`, redacted before it is cut.
   */
  function part(line: number, offset: number): string {
    const whole = lines.lineText(line);
    if (whole.length <= maxLine) return whole;
    const start = lines.starts[line - 1] ?? 0;
    const from = Math.max(0, Math.min(offset - start, whole.length) - 40);
    if (from === 0) return cut(clean(whole.slice(0, maxLine + margin)));
    const before = Math.max(0, from - margin);
    const head = clean(whole.slice(before, from));
    const joined = clean(whole.slice(before, from + maxLine + margin));
    // Where the redaction left the text before alone, exactly that much is taken off.
    const tail = joined.startsWith(head)
      ? joined.slice(head.length)
      : joined.slice(-margin - maxLine);
    return cut(`…${tail}`);
  }

  interface Shown {
    readonly first: number;
    readonly last: number;
    /** Lines that may be shown around them. */
    readonly from: number;
    readonly to: number;
  }

  function linesOf(where: Span): Shown {
    const around = area?.(where);
    const from = around === undefined ? 1 : lines.lineAt(around.start);
    const to = around === undefined ? lines.starts.length : lines.lineAt(around.end);
    const first = lines.lineAt(where.start);
    const last = Math.max(first, lines.lineAt(Math.max(where.start, where.end - 1)));
    return { first, last: Math.min(last, Math.max(first, to)), from, to };
  }

  function lineOf(where: Span): string {
    const { first, last } = linesOf(where);
    const shown: string[] = [];
    let length = 0;
    for (let line = first; line <= last && length <= maxLine; line++) {
      const piece = part(line, line === first ? where.start : 0).trim();
      shown.push(piece);
      length += piece.length;
    }
    return cut(clean(shown.join(" ")));
  }

  function snippetOf(where: Span): Snippet {
    const { first, last, from, to } = linesOf(where);
    const startLine = Math.max(from, first - 1);
    const endLine = Math.min(to, last + 1, startLine + maxSnippetLines - 1);
    const shown: string[] = [];
    for (let line = startLine; line <= endLine; line++) {
      shown.push(part(line, line === first ? where.start : 0));
    }
    return {
      startLine: startLine - from + 1,
      lines: clean(shown.join("\n")).split("\n").map(cut),
    };
  }

  const snippet = oncePerPlace(snippetOf);
  return {
    line: oncePerPlace(lineOf),
    snippet: (where, audience) => (audience === "default" ? snippet(where) : undefined),
    message: (message) => clean(message),
  };
}
