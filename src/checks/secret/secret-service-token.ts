import { defineCheck } from "../define.ts";
import { reportSecrets } from "./report-secrets.ts";
import { letters } from "./samples.ts";

export const secretServiceToken = defineCheck({
  meta: {
    id: "secret-service-token",
    code: "PV-SECRET-004",
    title: "A token of a service is written in plain text",
    asset: "text",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-798", "CWE-540", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "Who has the token acts as you: sends messages, moves money, reads what the service holds.",
    mend: "Revoke the token now: it is in the history. Read the new one from the environment or a secret store.",
    blind: "Tokens without a form of their own, where nothing names the service near them.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "notify.js",
          code: `const token = "SG.${letters("a", 22)}.${letters("b", 43)}";\n`,
        },
      ],
      clean: [{ path: "notify.js", code: "const token = process.env.SENDGRID_API_KEY;\n" }],
    },
  },
  run: (view, report) => {
    reportSecrets(view, report, { groups: ["service"] });
  },
});
