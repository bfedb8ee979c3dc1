import { defineCheck } from "../define.ts";
import { importsOf } from "./support.ts";

const modules: readonly string[] = ["telnetlib"];

export const telnetlibImport = defineCheck({
  meta: {
    id: "telnetlib-import",
    code: "PV-CODE-026",
    title: "telnetlib is imported",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "audit",
    aliases: ["B401", "S401"],
    controls: ["CWE-319"],
    why: "Telnet sends passwords and commands in clear.",
    mend: "Use SSH.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import telnetlib\n" }],
      clean: [{ code: "import asyncssh\n" }],
    },
  },
  run: (view, report) => {
    for (const found of importsOf(view, modules))
      report(found, { ...found.details, message: `telnetlib is imported (${found.module})` });
  },
});
