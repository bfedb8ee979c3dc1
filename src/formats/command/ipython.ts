import type { PythonCall } from "../python/values.ts";
import type { PythonView } from "../python/view.ts";
import { parseShell, parseWords, splitWords } from "../shell/parse.ts";
import { addFacts, type Gathered } from "./gather.ts";
import { textOf, wordOf } from "./python-text.ts";

/** Line magics that are programs of the same name. */
const programs = new Set(["pip", "conda", "mamba", "uv"]);
const shells = new Set(["sx", "system", "!", "bash", "sh", "script"]);

/** True for a notebook that was turned into a script: its shell lines are calls. */
export function isIpython(python: PythonView): boolean {
  return python.text.includes("get_ipython");
}

function isShell({ node: { func } }: PythonCall): boolean {
  if (func.kind !== "Attribute" || func.value.kind !== "Call") return false;
  const inner = func.value.func;
  return (
    (inner.kind === "Name" ? inner.id : inner.kind === "Attribute" ? inner.attr : "") ===
    "get_ipython"
  );
}

/** `get_ipython().system("…")`, `.run_line_magic("pip", "…")`: what nbconvert makes of `!` and `%`. */
export function addIpython(gathered: Gathered, python: PythonView): void {
  function addText(call: PythonCall, index: number): void {
    const argument = call.node.args[index];
    if (argument === undefined) return;
    const { value, place } = textOf(python, argument);
    addFacts(gathered, parseShell({ text: value, place }));
  }
  for (const call of python.methods("system", "getoutput", "run_line_magic", "run_cell_magic")) {
    if (!isShell(call)) continue;
    if (call.method === "system" || call.method === "getoutput") {
      addText(call, 0);
      continue;
    }
    const [name, line] = call.node.args;
    const magic = call.positional(0)?.string();
    if (magic === undefined || name === undefined || line === undefined) continue;
    if (call.method === "run_cell_magic") {
      if (shells.has(magic)) addText(call, 2);
    } else if (shells.has(magic)) addText(call, 1);
    else if (programs.has(magic)) {
      const { value, place } = textOf(python, line);
      const words = [wordOf(python, name), ...splitWords({ text: value, place })];
      const around = { assigned: [], reach: "network", environment: [] } as const;
      addFacts(gathered, parseWords(words, around));
    }
  }
}
