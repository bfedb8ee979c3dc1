import { defineCheck } from "../define.ts";
import { importsOf } from "./support.ts";

const modules: readonly string[] = ["pyghmi"];

export const ipmiImport = defineCheck({
  meta: {
    id: "ipmi-import",
    code: "PV-CODE-034",
    title: "pyghmi is imported, which speaks IPMI",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "audit",
    aliases: ["B415", "S415"],
    controls: ["CWE-319"],
    why: "IPMI sends passwords in a form that can be cracked offline.",
    mend: "Use Redfish over TLS.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import pyghmi\n" }],
      clean: [{ code: "import redfish\n" }],
    },
  },
  run: (view, report) => {
    for (const found of importsOf(view, modules))
      report(found, {
        ...found.details,
        message: `pyghmi is imported, which speaks IPMI (${found.module})`,
      });
  },
});
