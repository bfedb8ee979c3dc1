import { defineCheck } from "../define.ts";
import { reportSecrets } from "./report-secrets.ts";
import { sampleToken } from "./samples.ts";

export const secretJsonWebToken = defineCheck({
  meta: {
    id: "secret-json-web-token",
    code: "PV-SECRET-006",
    title: "A JSON Web Token that is still valid is written in plain text",
    asset: "text",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-798", "CWE-540", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "Until it expires, whoever has the token is taken for the user that it names.",
    mend: "Withdraw the token, and get one at run time.",
    blind:
      "Tokens that expired more than 30 days ago and unsigned ones are left out; encrypted ones (JWE) are not seen.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "call.sh",
          code: `curl -H "Authorization: Bearer ${sampleToken()}" https://api.riverbank.io\n`,
        },
      ],
      clean: [
        {
          path: "call.sh",
          code: 'curl -H "Authorization: Bearer $TOKEN" https://api.riverbank.io\n',
        },
      ],
    },
  },
  run: (view, report) => {
    reportSecrets(view, report, { groups: ["token"], unsure: true });
  },
});
