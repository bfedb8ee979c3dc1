import type { Span } from "../../core/index.ts";
import { addFacts, gather, type Gathered } from "../command/gather.ts";
import type { CommandFacts, Variable } from "../command/view.ts";
import { parseShell } from "../shell/parse.ts";
import type { CellScript } from "./magics.ts";

/** The programs that the shell lines and shell cells of a text start, and what `%env` sets. */
export function commandsOfScripts(text: string, scripts: readonly CellScript[]): CommandFacts {
  const gathered = gather();
  for (const { kind, start, end } of scripts) {
    if (kind === "variable") addVariable(gathered, text, { start, end });
    else addShell(gathered, text, { kind, start, end });
  }
  return gathered;
}

function addShell(gathered: Gathered, text: string, { kind, start, end }: CellScript): void {
  // A text of its own: a quote that nothing closes is not searched for in the next cells.
  const facts = parseShell({
    text: text.slice(start, end),
    place: (from, to) => ({ start: start + from, end: start + to }),
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
function addVariable(gathered: Gathered, text: string, { start, end }: Span): void {
  const found = /^([A-Za-z_]\w*)(?:[ \t]*=[ \t]*|[ \t]+)(\S[^\r\n]*)$/.exec(text.slice(start, end));
  if (found === null) return;
  const [whole, name = "", value = ""] = found;
  const from = start + whole.length - value.length;
  const word = { text: value.trim(), isKnown: !/[${]/.test(value), start: from, end };
  const variable: Variable = { name, value: word, start, end };
  gathered.environment.push(variable);
}
