import { defineCheck } from "../define.ts";
import { said } from "./said.ts";

export const signerExpired = defineCheck({
  meta: {
    id: "signer-expired",
    code: "PV-SIGN-005",
    title: "The certificate of a signature was not valid when it was made",
    asset: "provenance",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-298", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0010.003"],
    why: "An old key is one that has had time to leak, and whose leak nobody announces any more.",
    mend: "Sign the model again with a certificate that is valid, and with a timestamp (`--timestamp-server`) that shows when.",
    blind: "Revocation.",
    since: "0.1.0",
    references: ["RFC 5280", "RFC 3161"],
    examples: {
      found: [
        {
          path: "facts.txt",
          code: "expired model.sig: the certificate of trainer has expired on 2025-01-01",
        },
      ],
      clean: [{ path: "facts.txt", code: "untrusted model.sig: no way leads to a trusted root" }],
    },
  },
  run: ({ facts }, report) => {
    for (const fact of facts)
      if (fact.kind === "expired") report(fact.where, { message: said(fact) });
  },
});
