import type { Span } from "../../core/index.ts";
import { gather } from "../command/gather.ts";
import type { Command, CommandFacts, Word } from "../command/view.ts";

/** Lines that are read; files of pinned packages have a few thousand. */
const maxLines = 20_000;

/** True for the name of a file that lists requirements for pip. */
export function isRequirementsFile(path: string): boolean {
  const name = path
    .slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1)
    .toLowerCase();
  if (!/\.(?:txt|in|pip)$/.test(name)) return false;
  return (
    /^(?:requirements?|constraints?)\b|^(?:requirements?|constraints?)[-_.]|[-_.](?:requirements?|constraints?)\.(?:txt|in)$/.test(
      name,
    ) || /(?:^|[/\\])requirements[/\\][^/\\]*$/i.test(path)
  );
}

/**
 * Reads a requirements file as pip would be told on a command line, one `pip install` for each line,
 * so that every check of such commands holds for it too. Total and linear.
 *
 * https://pip.pypa.io/en/stable/reference/requirements-file-format/
 */
export function parseRequirements(text: string): CommandFacts {
  const gathered = gather();
  let at = 0;
  for (let count = 0; at < text.length && count < maxLines; count++) {
    const end = endOfLine(text, at);
    const command = readLine(text, { start: at, end }, gathered.comments);
    if (command !== undefined) gathered.commands.push(command);
    at = end + 1;
  }
  return gathered;
}

/** The end of a line that goes on after a backslash. */
function endOfLine(text: string, from: number): number {
  let end = text.indexOf("\n", from);
  while (end > from && (text[end - 1] === "\\" || text.startsWith("\\\r", end - 2)))
    end = text.indexOf("\n", end + 1);
  return end < 0 ? text.length : end;
}

function readLine(text: string, { start, end }: Span, comments: Span[]): Command | undefined {
  const line = text.slice(start, end);
  // A comment begins the line or stands after a space: `#` is part of a URL too.
  const comment = /(?:^|\s)#/.exec(line);
  if (comment !== null) comments.push({ start: start + line.indexOf("#", comment.index), end });
  const body = comment === null ? line : line.slice(0, comment.index);
  const first = body.search(/\S/);
  if (first < 0) return undefined;
  const words = body[first] === "-" ? optionWords(body, start) : requirementWords(body, start);
  const span = { start: start + first, end: start + body.trimEnd().length };
  const install: Word = { text: "install", isKnown: true, ...span };
  return {
    program: "pip",
    name: install,
    isModule: false,
    args: [install, ...words],
    environment: [],
    reach: "network",
    ...span,
  };
}

/** `--extra-index-url https://…`, `-e git+https://…` */
function optionWords(body: string, offset: number): readonly Word[] {
  return [...body.matchAll(/[^\s\\]+/g)].map((match) => wordAt(match[0], offset + match.index));
}

/** `name[extra] >= 1.0, < 2 ; marker --hash=…`: the requirement as one word, spaces left out. */
function requirementWords(body: string, offset: number): readonly Word[] {
  const stop = /\s;|;\s|\s--|\s\\|;/.exec(body)?.index ?? body.length;
  const requirement = body.slice(0, stop);
  const first = requirement.search(/\S/);
  const whole = requirement.trim();
  if (whole === "") return [];
  return [
    {
      text: whole.includes("://") ? whole : whole.replaceAll(/\s+/g, ""),
      isKnown: !/\$\{\w+\}/.test(whole),
      start: offset + first,
      end: offset + first + whole.length,
    },
  ];
}

function wordAt(text: string, start: number): Word {
  return { text, isKnown: !/\$\{\w+\}/.test(text), start, end: start + text.length };
}
