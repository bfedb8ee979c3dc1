import { defineCheck } from "../define.ts";
import { reportSecrets } from "./report-secrets.ts";
import { letters } from "./samples.ts";

export const secretByName = defineCheck({
  meta: {
    id: "secret-by-name",
    code: "PV-SECRET-008",
    title: "A password, key or token is written in plain text under its name",
    asset: "text",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-798", "CWE-540", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "Everybody who reads the file, its history or an image made of it has it.",
    mend: "Read it from the environment or a secret store, and change the one that was written down.",
    blind:
      "Values that look like words or placeholders, and values whose name does not say what they are.",
    since: "0.1.0",
    examples: {
      found: [{ path: "settings.yaml", code: `service:\n  api_key: ${letters("named", 32)}\n` }],
      clean: [
        {
          path: "settings.yaml",
          code: "service:\n  api_key: ${SERVICE_KEY}\n  max_tokens: 4096\n",
        },
      ],
    },
  },
  run: (view, report) => {
    reportSecrets(view, report, { groups: ["named"], unsure: true });
  },
});
