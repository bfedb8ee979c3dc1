import { defineCheck } from "../define.ts";
import { said } from "./said.ts";

export const signerUntrusted = defineCheck({
  meta: {
    id: "signer-untrusted",
    code: "PV-SIGN-004",
    title: "A model is signed by somebody who is not trusted",
    asset: "provenance",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-295", "CWE-345", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0010.003"],
    why: "Anybody can sign anything. A signature counts only where it is from whom it should be.",
    mend: "Find out who has signed it. Where that is right, name the key, the certificate or the identity in the policy.",
    blind: "Certificates that were revoked; people who have left.",
    since: "0.1.0",
    references: ["RFC 5280", "https://docs.sigstore.dev"],
    examples: {
      found: [
        {
          path: "facts.txt",
          code: "untrusted model.sig: it is signed by mallory@example.com, not by trainer@example.com",
        },
      ],
      clean: [{ path: "facts.txt", code: "expired model.sig: the certificate has expired" }],
    },
  },
  run: ({ facts }, report) => {
    for (const fact of facts)
      if (fact.kind === "untrusted") report(fact.where, { message: said(fact) });
  },
});
