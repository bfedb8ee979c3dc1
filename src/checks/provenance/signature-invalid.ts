import { defineCheck } from "../define.ts";
import type { FactKind } from "./facts.ts";
import { said } from "./said.ts";

const kinds: ReadonlySet<FactKind> = new Set(["malformed", "bad-signature"]);

export const signatureInvalid = defineCheck({
  meta: {
    id: "signature-invalid",
    code: "PV-SIGN-002",
    title: "A signature is not valid",
    asset: "provenance",
    severity: "critical",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-347", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0010.003"],
    why: "A signature that does not hold says nothing of the model: it was changed, made with another key, or written so that two programs read it in two ways.",
    mend: "Do not load the model. Ask who signs it for the right signature file.",
    blind: "Keys that were stolen.",
    since: "0.1.0",
    references: ["https://github.com/secure-systems-lab/dsse"],
    examples: {
      found: [
        {
          path: "facts.txt",
          code: "bad-signature model.sig: the signature is not that of the key over this payload",
        },
      ],
      clean: [
        { path: "facts.txt", code: "departs model.sig: resources in the order of path parts" },
      ],
    },
  },
  run: ({ facts }, report) => {
    for (const fact of facts) if (kinds.has(fact.kind)) report(fact.where, { message: said(fact) });
  },
});
