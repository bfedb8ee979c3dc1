import { defineCheck } from "../define.ts";
import { reportSecrets } from "./report-secrets.ts";
import { letters, privateKeyBlock } from "./samples.ts";

export const privateKey = defineCheck({
  meta: {
    id: "private-key",
    code: "PV-SECRET-005",
    title: "A private key is part of a file",
    asset: "text",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-798", "CWE-540", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "Who has the key signs, decrypts or logs in as its owner.",
    mend: "Make a new key and withdraw this one: it is in the history. Keep keys outside the repository, in a secret store or an agent.",
    blind: "Keys in binary form (DER, PKCS #12, Java key stores).",
    since: "0.1.0",
    examples: {
      found: [{ path: "server.pem", code: privateKeyBlock("pem") }],
      clean: [
        {
          path: "server.pem",
          code: `-----BEGIN PUBLIC KEY-----\n${letters("public", 120)}\n-----END PUBLIC KEY-----\n`,
        },
      ],
    },
  },
  run: (view, report) => {
    reportSecrets(view, report, { groups: ["private-key"], unsure: true });
  },
});
