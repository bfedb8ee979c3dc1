import { defineCheck } from "../define.ts";
import { importsOf } from "./support.ts";

const modules: readonly string[] = ["xmlrpc"];

export const xmlrpcImport = defineCheck({
  meta: {
    id: "xmlrpc-import",
    code: "PV-CODE-031",
    title: "xmlrpc is imported, whose parser expands entities",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "audit",
    aliases: ["B411", "S411"],
    controls: ["CWE-611", "CWE-776"],
    why: "A small request can grow to gigabytes in memory.",
    mend: "Call `defusedxml.xmlrpc.monkey_patch()`, or use JSON.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import xmlrpc.client\n" }],
      clean: [{ code: "import json\n" }],
    },
  },
  run: (view, report) => {
    for (const found of importsOf(view, modules))
      report(found, {
        ...found.details,
        message: `xmlrpc is imported, whose parser expands entities (${found.module})`,
      });
  },
});
