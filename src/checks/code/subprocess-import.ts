import { defineCheck } from "../define.ts";
import { importsOf } from "./support.ts";

const modules: readonly string[] = ["subprocess"];

export const subprocessImport = defineCheck({
  meta: {
    id: "subprocess-import",
    code: "PV-CODE-029",
    title: "subprocess is imported",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "audit",
    aliases: ["B404", "S404"],
    controls: ["CWE-78"],
    why: "A place where programs are started is worth a review.",
    mend: "Pass arguments as a list, without a shell.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import subprocess\n" }],
      clean: [{ code: "import subprocesses\n" }],
    },
  },
  run: (view, report) => {
    for (const found of importsOf(view, modules))
      report(found, { ...found.details, message: `subprocess is imported (${found.module})` });
  },
});
