import {
  indexLines,
  type AssetKind,
  type LineIndex,
  type Problem,
  type Span,
} from "../core/index.ts";
import { renderEvent, renderValue } from "../formats/pickle/render.ts";
import { judge, type ActKind } from "./judge.ts";
import type { LoadPart, LoadTrace } from "./trace.ts";

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

/** Lines of one program that are shown where nothing is wrong with them. */
const shownLines = 200;

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

function writePart(writer: Writer, { member, program, isNested }: LoadPart): SeenAct[] {
  const acts = judge(program);
  const wrong = new Map<number, typeof acts>();
  for (const act of acts) wrong.set(act.event, [...(wrong.get(act.event) ?? []), act]);
  const seen: SeenAct[] = [];
  const size = program.end - program.start;
  const name = member === "" ? "" : `${member}: `;
  writer.line(`# ${name}pickle, protocol ${program.protocol}, ${size} bytes`);
  let left = shownLines;
  let hidden = 0;
  const called = new Set<unknown>();
  for (const event of program.events) if (event.kind === "call") called.add(event.call.callee);
  for (const [index, event] of program.events.entries()) {
    const about = wrong.get(index) ?? [];
    // The line that calls a name says that it is imported.
    if (about.length === 0 && event.kind === "import" && called.has(event.global)) continue;
    if (about.length === 0 && left-- <= 0) {
      hidden++;
      continue;
    }
    if (hidden > 0) writer.line(`# … ${hidden} more that do no harm`);
    hidden = 0;
    const where = writer.line(renderEvent(event));
    for (const { kind, message } of about) seen.push({ kind, message, where, isNested });
  }
  if (hidden > 0) writer.line(`# … ${hidden} more that do no harm`);
  if (program.arrayBytes > 0) writer.line(`# ${program.arrayBytes} bytes of arrays between them`);
  if (program.problem !== undefined) {
    const where = writer.line(`# stops at byte ${program.problem.at}: ${program.problem.message}`);
    for (const { kind, message } of wrong.get(program.events.length) ?? [])
      seen.push({ kind, message, where, isNested });
  } else if (program.result !== undefined) writer.line(`return ${renderValue(program.result)}`);
  return seen;
}
