import type { Expression } from "../../formats/python/nodes.ts";
import { defineCheck } from "../define.ts";
import { shellCalls, subprocessCalls } from "./processes.ts";
import { aliasesOf } from "./support.ts";

const programs = ["chown", "chmod", "tar", "rsync"] as const;

function wordOf(node: Expression): string {
  return node.kind === "Constant" && typeof node.value === "string" ? node.value : "";
}

export const wildcardInCommand = defineCheck({
  meta: {
    id: "wildcard-in-command",
    code: "PV-CODE-050",
    title: "A wildcard is expanded in front of a program that takes options",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: ["B609", "S609"],
    controls: ["CWE-155", "CWE-88"],
    why: "A file that is named `--checkpoint-action=exec=sh x` becomes an option of tar; chown, chmod and rsync are fooled the same way.",
    mend: "Write `./*`, or put `--` before the wildcard.",
    since: "0.1.0",
    examples: {
      found: [{ code: 'import os\nos.system("tar czf backup.tgz *")\n' }],
      clean: [{ code: 'import os\nos.system("tar czf backup.tgz data")\n' }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...shellCalls, ...subprocessCalls)) {
      const needsShell = subprocessCalls.has(call.name);
      const shell = call.keyword("shell");
      if (needsShell && shell?.is(true) !== true) continue;
      const [first] = call.node.args;
      const text =
        first?.kind === "List"
          ? first.elts.map(wordOf).join(" ")
          : first === undefined
            ? ""
            : wordOf(first);
      if (!text.includes("*") || !programs.some((program) => text.includes(program))) continue;
      report(needsShell && shell !== undefined ? shell : call, {
        ...aliasesOf(call),
        extent: call,
      });
    }
  },
});
