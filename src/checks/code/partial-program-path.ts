import { defineCheck } from "../define.ts";
import { execCalls, shellCalls, subprocessCalls } from "./processes.ts";
import { aliasesOf } from "./support.ts";

const fullPath = /^(?:[A-Za-z](?=:)|[\\/.])/;

export const partialProgramPath = defineCheck({
  meta: {
    id: "partial-program-path",
    code: "PV-CODE-049",
    title: "A program is started by name and found by the search path",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "audit",
    aliases: ["B607", "S607"],
    controls: ["CWE-426", "CWE-78"],
    why: "Whoever can write to a folder of `PATH` has a program of their own started.",
    mend: "Give the full path, or set `PATH` yourself.",
    since: "0.1.0",
    examples: {
      found: [{ code: 'import subprocess\nsubprocess.run(["git", "pull"])\n' }],
      clean: [{ code: 'import subprocess\nsubprocess.run(["/usr/bin/git", "pull"])\n' }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...subprocessCalls, ...shellCalls, ...execCalls)) {
      const [first] = call.node.args;
      const program = first?.kind === "List" && first.elts.length > 0 ? first.elts[0] : first;
      if (
        program?.kind !== "Constant" ||
        typeof program.value !== "string" ||
        program.type !== "str"
      )
        continue;
      if (!fullPath.test(program.value)) report(call, aliasesOf(call));
    }
  },
});
