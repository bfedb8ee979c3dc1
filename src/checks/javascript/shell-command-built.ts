import { defineCheck } from "../define.ts";
import { shellUses } from "./processes.ts";
import { toolHandlers } from "./tools.ts";
import { functionsAround } from "./support.ts";

export const shellCommandBuilt = defineCheck({
  meta: {
    id: "shell-command-built",
    code: "PV-JS-002",
    title: "A shell gets a command line with a variable in it",
    asset: "javascript",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-78", "OWASP-LLM10:2026", "OWASP-LLM05:2025"],
    why: "Text of others in the command line (a file name, an answer of a model) adds commands of its own: `; rm -rf ~`.",
    mend: "Use `execFile` or `spawn` with the words in an array and without `shell: true`.",
    blind: "Whether others have a say in the words of the command.",
    references: [
      "https://nodejs.org/api/child_process.html#child_processexeccommand-options-callback",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "a.js",
          code: 'import { exec } from "node:child_process";\nexec(`convert ${name} out.png`);\n',
        },
      ],
      clean: [
        {
          path: "a.js",
          code: 'import { execFile } from "node:child_process";\nexecFile("convert", [name, "out.png"]);\n',
        },
      ],
    },
  },
  wants: (file) =>
    file.mentions("child_process") ||
    file.mentions("execa") ||
    file.mentions("shelljs") ||
    file.mentions("cross-spawn"),
  run: (view, report) => {
    const handlers = toolHandlers(view);
    for (const { call, command, isBuilt } of shellUses(view)) {
      // Said by `tool-runs-shell`.
      if ([...functionsAround(call.node)].some((each) => handlers.has(each))) continue;
      if (isBuilt) report(command, { extent: call });
      else
        report(command, {
          extent: call,
          severity: "low",
          confidence: "low",
          audience: "audit",
          message: "A shell gets a command line that is not fixed",
        });
    }
  },
});
