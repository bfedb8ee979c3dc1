import type { Span } from "../../core/index.ts";
import type { Command } from "../../formats/command/view.ts";
import type { Script } from "../../formats/pipeline/view.ts";

/** Python that stands in a script. */
export interface Snippet {
  readonly code: string;
  readonly where: Span;
}

/** Here-documents of one script that are read. */
const maxDocuments = 50;

/** `python -c "…"` among commands. */
export function snippetsOf(commands: readonly Command[]): readonly Snippet[] {
  return commands.flatMap((command) => {
    if (!/^python[\d.]*$/.test(command.program) || command.isModule) return [];
    const at = command.args.findIndex(({ text }) => /^-[A-Za-z]*c$/.test(text));
    const word = at < 0 ? undefined : command.args[at + 1];
    return word === undefined ? [] : [{ code: word.text, where: word }];
  });
}

/** `python - <<EOF … EOF`, and scripts that are Python from the first line on. */
export function documentsIn(
  script: Pick<Script, "value" | "place" | "language">,
): readonly Snippet[] {
  const { value, place, language } = script;
  if (language === "python") return [{ code: value, where: place(0, value.length) }];
  const found: Snippet[] = [];
  const opening =
    /\bpython[\d.]{0,6}(?:[ \t]+-)?[ \t]*<<-?[ \t]*["']?(\w{1,40})["']?[^\n]{0,200}\n/g;
  for (const { 0: head, 1: word = "", index } of value.matchAll(opening)) {
    if (found.length >= maxDocuments) break;
    const start = index + head.length;
    const end = value.indexOf(`\n${word}`, start - 1);
    const indented = end < 0 ? value.length : end;
    found.push({ code: dedent(value.slice(start, indented)), where: place(index, start - 1) });
  }
  return found;
}

/** A here-document in a step of YAML keeps the indentation of its first line. */
function dedent(text: string): string {
  const blank = /^[ \t]*/.exec(text)?.[0] ?? "";
  return blank === ""
    ? text
    : text
        .split("\n")
        .map((line) => (line.startsWith(blank) ? line.slice(blank.length) : line))
        .join("\n");
}
