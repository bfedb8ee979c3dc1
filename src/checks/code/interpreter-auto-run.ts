import { defineCheck } from "../define.ts";
import { codeByAgent } from "./agents.ts";

const off = ["safe_mode"] as const;

export const interpreterAutoRun = defineCheck({
  meta: {
    id: "interpreter-auto-run",
    code: "PV-CODE-515",
    title: "Open Interpreter runs code without asking",
    asset: "python",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [...codeByAgent, "OWASP-ASI09:2026"],
    why: "Every program that the model writes runs at once on this machine, whatever page or file told it to.",
    mend: "Leave `auto_run` off, or run the interpreter in a container without network and secrets.",
    blind: "The option `-y` of the command line, and a container around the process.",
    references: ["https://docs.openinterpreter.com/settings/all-settings#auto-run"],
    since: "0.1.0",
    examples: {
      found: [{ code: "from interpreter import interpreter\ninterpreter.auto_run = True\n" }],
      clean: [{ code: "from interpreter import interpreter\ninterpreter.auto_run = False\n" }],
    },
  },
  run: (view, report) => {
    for (const assign of view.facts.assigns) {
      const target = assign.kind === "Assign" ? assign.targets[0] : assign.target;
      if (target?.kind !== "Attribute" || assign.value === null) continue;
      if (!view.value(target.value).name().startsWith("interpreter.")) continue;
      if (target.attr === "auto_run" && view.value(assign.value).is(true)) report(assign);
      else if (off.some((name) => name === target.attr) && view.value(assign.value).is("off")) {
        report(assign, {
          severity: "low",
          audience: "pedantic",
          message: "Code is not scanned before it runs",
        });
      }
    }
    for (const call of view.methods("OpenInterpreter")) {
      const value = call.keyword("auto_run");
      if (call.name.startsWith("interpreter.") && value?.is(true)) report(value, { extent: call });
    }
  },
});
