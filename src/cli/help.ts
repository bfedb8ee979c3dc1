import { styleText } from "node:util";
import { commonOptions, type CommandSpec, type OptionSpec } from "./options.ts";

type Style = Parameters<typeof styleText>[0];

/** Styles text where colours are on. */
export type Paint = (style: Style, text: string) => string;

/** Styles text, or leaves it alone. */
export function painter(color: boolean): Paint {
  return color
    ? (style, text) => styleText(style, text, { validateStream: false })
    : (_style, text) => text;
}

/** Breaks prose at spaces so that no line is wider than `width`, where words allow. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  if (line !== "") lines.push(line);
  return lines;
}

/** Lines of help are no wider than this, whatever the terminal has. */
const widest = 98;
/** Below this, words are torn from each other. */
const narrowest = 60;

/** How help is drawn: in colours or not, for a terminal of so many columns. */
export interface HelpStyle {
  readonly color: boolean;
  readonly width?: number | undefined;
}

function widthOf({ width = widest }: HelpStyle): number {
  return Math.max(narrowest, Math.min(widest, width));
}

/** How the two columns of a table look. */
interface Columns {
  readonly width: number;
  readonly head: (text: string) => string;
  readonly about: (text: string) => string;
}

/** Terms beside what they mean, wrapped in its column; beneath a term that is too wide for that. */
function columns(
  rows: readonly (readonly [term: string, meaning: string])[],
  { width, head, about }: Columns,
): readonly string[] {
  const fitting = rows.map(([term]) => term.length).filter((length) => length <= width / 2);
  const wide = Math.max(...fitting, 0);
  const indent = " ".repeat(wide + 4);
  return rows.flatMap(([term, meaning]) => {
    const lines = wrap(meaning, width - indent.length).map(about);
    if (term.length > wide) return [`  ${head(term)}`, ...lines.map((line) => indent + line)];
    const [first = "", ...rest] = lines;
    return [`  ${head(term.padEnd(wide))}  ${first}`, ...rest.map((line) => indent + line)];
  });
}

function optionRow({ name, short, value, about }: OptionSpec): readonly [string, string] {
  const long = `--${name}${value === undefined ? "" : ` ${value}`}`;
  return [short === undefined ? `    ${long}` : `-${short}, ${long}`, about];
}

/** The help of one command. */
export function commandHelp(spec: CommandSpec, style: HelpStyle): string {
  const [paint, width] = [painter(style.color), widthOf(style)];
  const { name, summary, operands, options, notes = [], examples = [] } = spec;
  const head = (text: string): string => paint("cyan", text);
  const rows = [...options, ...commonOptions].map(optionRow);
  const usage = `${paint("bold", "Usage")}  pavise ${name} [OPTION…] ${operands}`;
  const lines = [...wrap(summary, width), "", usage, ""];
  lines.push(
    paint("bold", "Options"),
    ...columns(rows, { width, head, about: (text) => text }),
    "",
  );
  for (const note of notes) lines.push(...wrap(note, width - 2), "");
  if (examples.length > 0) {
    const about = (text: string): string => paint("dim", text);
    lines.push(paint("bold", "Examples"), ...columns(examples, { width, head, about }), "");
  }
  return lines.join("\n");
}

/** What `pavise` alone says. */
export function mainHelp(
  commands: readonly CommandSpec[],
  style: HelpStyle & { readonly version: string },
): string {
  const [paint, width] = [painter(style.color), widthOf(style)];
  const head = (text: string): string => paint("cyan", text);
  const about = (text: string): string => paint("dim", text);
  const rows = commands.map(
    ({ name, operands, summary }) => [`${name} ${operands}`, summary] as const,
  );
  const starts = [
    ["pavise scan", "the current folder"],
    ["pavise scan -o pavise.sarif -o pavise.html", "two reports, and the terminal"],
    ["pavise checks B614", "what a check is about"],
  ] as const;
  return [
    `${paint("bold", "pavise")} ${about(style.version)}`,
    ...wrap(
      "Says what can go wrong in an ML project, where, how bad it is, and how to mend it.",
      width,
    ),
    "",
    paint("bold", "Commands"),
    ...columns(rows, { width, head, about: (text) => text }),
    "",
    paint("bold", "Start here"),
    ...columns(starts, { width, head, about }),
    "",
    about("`pavise COMMAND --help` says more. Exit status: 0 the gate passes, 1 it fails,"),
    about("2 wrong usage, 3 the run is incomplete."),
    "",
  ].join("\n");
}
