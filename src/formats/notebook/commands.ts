import type { Span } from "../../core/index.ts";
import { addFacts, gather, type Gathered } from "../command/gather.ts";
import type { Variable } from "../command/view.ts";
import { parseShell } from "../shell/parse.ts";
import type { CellScript } from "./magics.ts";

/** A text with its scripts; `place` says where they are in the file, if not where they stand. */
interface Source {
  readonly text: string;
  readonly scripts: readonly CellScript[];
  readonly place?: (start: number, end: number) => Span;
}

const asItStands = (start: number, end: number): Span => ({ start, end });

/** The programs that the shell lines and shell cells of a text start, and what `%env` sets. */
export function commandsOfScripts(source: Source): Gathered {
  const gathered = gather();
  for (const script of source.scripts) {
    if (script.kind === "variable") addVariable(gathered, source, script);
    else addShell(gathered, source, script);
  }
  return gathered;
}

function addShell(
  gathered: Gathered,
  { text, place = asItStands }: Source,
  { kind, start, end }: CellScript,
): void {
  // A text of its own: a quote that nothing closes is not searched for in the next cells.
  const facts = parseShell({
    text: text.slice(start, end),
    place: (from, to) => place(start + from, start + to),
  });
  if (kind === "run") {
    // `%run train.py --port 8000` is what `python` does with a script.
    const [first, ...rest] = facts.commands;
    if (first !== undefined)
      addFacts(gathered, { ...facts, commands: [{ ...first, program: "python" }, ...rest] });
    return;
  }
  addFacts(gathered, facts);
}

/** `%env NAME=value` and `%env NAME value`. */
function addVariable(
  gathered: Gathered,
  { text, place = asItStands }: Source,
  { start, end }: Span,
): void {
  const found = /^([A-Za-z_]\w*)(?:[ \t]*=[ \t]*|[ \t]+)(\S[^\r\n]*)$/.exec(text.slice(start, end));
  if (found === null) return;
  const [whole, name = "", value = ""] = found;
  const from = start + whole.length - value.length;
  const word = { text: value.trim(), isKnown: !/[${]/.test(value), ...place(from, end) };
  const variable: Variable = { name, value: word, ...place(start, end) };
  gathered.environment.push(variable);
}
