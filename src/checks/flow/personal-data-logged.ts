import { defineCheck } from "../define.ts";
import { reportFlows } from "./support.ts";

export const personalDataLogged = defineCheck({
  meta: {
    id: "personal-data-logged",
    code: "PV-FLOW-034",
    title: "Personal data is written to a log",
    asset: "flow",
    severity: "low",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-532", "CWE-359", "OWASP-LLM02:2025", "OWASP-LLM02:2026", "ATLAS:AML.T0057"],
    why: "Logs are read by more people and kept for longer than personal data may be.",
    mend: "Log an id, or a pseudonym.",
    blind: "Personal data whose names do not say so.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'import logging\n\n\ndef show(row):\n    logging.info("patient %s", row["ssn"])\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'import logging\n\n\ndef show(row):\n    logging.info("order %s", row["total"])\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, { sources: ["personal-data"], sinks: ["log"], severity: "low" }),
});
