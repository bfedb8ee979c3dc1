import { defineCheck } from "../define.ts";
import { importsOf } from "./support.ts";

const modules: readonly string[] = ["ftplib"];

export const ftplibImport = defineCheck({
  meta: {
    id: "ftplib-import",
    code: "PV-CODE-027",
    title: "ftplib is imported",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "audit",
    aliases: ["B402", "S402"],
    controls: ["CWE-319"],
    why: "FTP sends passwords and files in clear.",
    mend: "Use SFTP or HTTPS.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import ftplib\n" }],
      clean: [{ code: "import asyncssh\n" }],
    },
  },
  run: (view, report) => {
    for (const found of importsOf(view, modules))
      report(found, { ...found.details, message: `ftplib is imported (${found.module})` });
  },
});
