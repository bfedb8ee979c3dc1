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

function optionLines(options: readonly OptionSpec[], paint: Paint): readonly string[] {
  const heads = options.map(({ name, short, value }) => {
    const long = `--${name}${value === undefined ? "" : ` ${value}`}`;
    return short === undefined ? `    ${long}` : `-${short}, ${long}`;
  });
  const wide = Math.max(...heads.map((head) => head.length));
  return options.flatMap(({ about }, at) => {
    const [first = "", ...rest] = wrap(about, Math.max(30, 98 - wide - 4));
    const head = (heads[at] ?? "").padEnd(wide);
    return [
      `  ${paint("cyan", head)}  ${first}`,
      ...rest.map((line) => `  ${" ".repeat(wide)}  ${line}`),
    ];
  });
}

/** The help of one command. */
export function commandHelp(spec: CommandSpec, color: boolean): string {
  const paint = painter(color);
  const { name, summary, operands, options, notes = [], examples = [] } = spec;
  const lines = [summary, "", `${paint("bold", "Usage")}  pavise ${name} ${operands}`, ""];
  lines.push(paint("bold", "Options"), ...optionLines([...options, ...commonOptions], paint), "");
  for (const note of notes) lines.push(...wrap(note, 96), "");
  if (examples.length > 0) {
    const wide = Math.max(...examples.map(([command]) => command.length));
    lines.push(paint("bold", "Examples"));
    for (const [command, about] of examples)
      lines.push(`  ${paint("cyan", command.padEnd(wide))}  ${paint("dim", about)}`);
    lines.push("");
  }
  return lines.join("\n");
}

/** What `pavise` alone says. */
export function mainHelp(
  commands: readonly CommandSpec[],
  about: { version: string; color: boolean },
): string {
  const paint = painter(about.color);
  const rows = commands.map(
    ({ name, operands, summary }) => [`${name} ${operands}`, summary] as const,
  );
  const starts = [
    ["pavise scan", "the current folder"],
    ["pavise scan -o pavise.sarif -o pavise.html", "two reports, and the terminal"],
    ["pavise checks B614", "what a check is about"],
  ] as const;
  const wide = Math.max(...rows.map(([head]) => head.length));
  const long = Math.max(...starts.map(([command]) => command.length));
  return [
    `${paint("bold", "pavise")} ${paint("dim", about.version)}`,
    "Says what can go wrong in an ML project, where, how bad it is, and how to mend it.",
    "",
    paint("bold", "Commands"),
    ...rows.map(([head, summary]) => `  ${paint("cyan", head.padEnd(wide))}  ${summary}`),
    "",
    paint("bold", "Start here"),
    ...starts.map(
      ([command, what]) => `  ${paint("cyan", command.padEnd(long))}  ${paint("dim", what)}`,
    ),
    "",
    paint("dim", "`pavise COMMAND --help` says more. Exit status: 0 the gate passes, 1 it fails,"),
    paint("dim", "2 wrong usage, 3 the run is incomplete."),
    "",
  ].join("\n");
}
