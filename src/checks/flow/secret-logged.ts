import { defineCheck } from "../define.ts";
import { reportFlows } from "./support.ts";

export const secretLogged = defineCheck({
  meta: {
    id: "secret-logged",
    code: "PV-FLOW-033",
    title: "A secret is written to a log",
    asset: "flow",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-532", "OWASP-LLM02:2025", "OWASP-LLM02:2026", "ATLAS:AML.T0057"],
    why: "Logs are read by more people and kept for longer than secrets should be.",
    mend: "Log that it is set, not what it is.",
    blind: "Secrets whose names do not say so.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'import logging\nimport os\n\nkey = os.environ["OPENAI_API_KEY"]\nlogging.info("key %s", key)\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'import logging\nimport os\n\nkey = os.environ["OPENAI_API_KEY"]\nlogging.info("key is set: %s", bool(key))\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, { sources: ["secret"], sinks: ["log"], severity: "medium" }),
});
