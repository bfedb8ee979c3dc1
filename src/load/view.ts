import {
  indexLines,
  type AssetKind,
  type LineIndex,
  type Problem,
  type Span,
} from "../core/index.ts";
import type { ActKind } from "./judge.ts";
import type { LoadPart } from "./listing.ts";
import type { LoadTrace } from "./trace.ts";

/** One thing that is wrong, and the line of the view's text that shows it. */
export interface SeenAct {
  readonly kind: ActKind;
  readonly message: string;
  readonly where: Span;
  /** True for what only runs when the program that holds it hands it to a loader. */
  readonly isNested: boolean;
}

/** What a file does when it is loaded. Its text is a listing, Python-like, that shows each step. */
export interface ModelView {
  readonly path: string;
  readonly kind: AssetKind;
  readonly text: string;
  readonly lines: LineIndex;
  readonly problems: readonly Problem[];
  readonly acts: readonly SeenAct[];
}

/** The member that a part of the listing is about. */
export interface ListingPart extends Span {
  readonly member: string;
}

/** Makes the listing of a file, and the parts that it is about. */
export function viewModel(
  trace: LoadTrace,
  { path, kind }: { readonly path: string; readonly kind: AssetKind },
): { readonly view: ModelView; readonly listing: readonly ListingPart[] } {
  const writer = openWriter();
  const acts: SeenAct[] = [];
  const listing: ListingPart[] = [];
  for (const part of trace.parts) {
    const start = writer.length();
    acts.push(...writePart(writer, part));
    listing.push({ start, end: writer.length(), member: part.member });
  }
  const problems: Problem[] = [];
  for (const { member, message, isLimit } of trace.problems) {
    const at = writer.length();
    writer.line(`# ${member === "" ? "" : `${member}: `}${message}`);
    listing.push({ start: at, end: writer.length(), member });
    problems.push({ reason: isLimit ? "limit" : "syntax-error", message, at });
  }
  const text = writer.text();
  return { view: { path, kind, text, lines: indexLines(text), problems, acts }, listing };
}

interface Writer {
  readonly length: () => number;
  /** Adds a line; where it stands. */
  readonly line: (text: string) => Span;
  readonly text: () => string;
}

function openWriter(): Writer {
  const lines: string[] = [];
  let length = 0;
  return {
    length: () => length,
    line(text) {
      lines.push(text);
      const start = length;
      length += text.length + 1;
      return { start, end: start + text.length };
    },
    text: () => (lines.length === 0 ? "" : `${lines.join("\n")}\n`),
  };
}

function writePart(writer: Writer, { member, lines, isNested }: LoadPart): SeenAct[] {
  const seen: SeenAct[] = [];
  for (const [index, { text, acts = [] }] of lines.entries()) {
    const isTitle = index === 0 && member !== "";
    const where = writer.line(isTitle ? text.replace(/^# ?/, `# ${member}: `) : text);
    for (const { kind, message } of acts) seen.push({ kind, message, where, isNested });
  }
  return seen;
}
