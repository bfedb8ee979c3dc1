import type { PythonValue } from "../../formats/python/values.ts";
import type { JavaScriptView } from "../../formats/javascript/view.ts";
import type { Report } from "../../core/index.ts";
import { defineCheck } from "../define.ts";
import { isFixed } from "./support.ts";

/** Functions that run their first argument; those of `node:vm` in a context that is no boundary. */
const runners = ["eval", "window.eval", "globalThis.eval", "global.eval", "self.eval"] as const;
const machines = [
  "vm.runInThisContext",
  "vm.runInNewContext",
  "vm.runInContext",
  "vm.compileFunction",
  "vm.Script",
  "vm.SourceTextModule",
] as const;
const makers = ["Function", "globalThis.Function", "window.Function", "AsyncFunction"] as const;

function judge(code: PythonValue | undefined, report: Report, message: string): void {
  if (code === undefined) return;
  if (isFixed(code))
    report(code, { severity: "low", audience: "audit", message: `${message}, a fixed one` });
  else report(code, { message });
}

function reportTimers(view: JavaScriptView, report: Report): void {
  for (const call of view.calls("setTimeout", "setInterval", "window.setTimeout")) {
    const first = call.positional(0);
    const kind = first?.origin().kind;
    // A text put together is code; a name is a function nearly always.
    if (first !== undefined && (kind === "JoinedStr" || kind === "BinOp") && !isFixed(first))
      report(first, { message: "A timer runs a text as code" });
  }
}

export const scriptEval = defineCheck({
  meta: {
    id: "script-eval",
    code: "PV-JS-001",
    title: "A text is run as JavaScript",
    asset: "javascript",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-95", "OWASP-LLM10:2026", "OWASP-LLM05:2025", "OWASP-ASI05:2026"],
    why: "Whoever can shape the text runs code with the rights of the process. An answer of a model is such a text, and `node:vm` keeps nothing in: its manual says that it is no security mechanism.",
    mend: "Parse data with `JSON.parse`, choose functions from a table, and run what a model writes in a process or a container without network and secrets.",
    blind: "Where the text comes from.",
    references: ["https://nodejs.org/api/vm.html"],
    since: "0.1.0",
    examples: {
      found: [{ path: "a.js", code: "const rule = eval(expression);\n" }],
      clean: [{ path: "a.js", code: "const rule = JSON.parse(expression);\n" }],
    },
  },
  wants: (file) =>
    file.mentions("eval") ||
    file.mentions("Function") ||
    file.mentions("vm") ||
    file.mentions("setTimeout") ||
    file.mentions("setInterval"),
  run: (view, report) => {
    for (const call of view.calls(...runners))
      judge(call.positional(0), report, "eval runs a text as code");
    for (const call of view.calls(...makers)) {
      const body = call.node.args.at(-1);
      if (body !== undefined) judge(view.value(body), report, "Function makes code of a text");
    }
    for (const call of view.calls(...machines))
      judge(call.positional(0), report, "node:vm runs a text as code; it is no sandbox");
    reportTimers(view, report);
  },
});
