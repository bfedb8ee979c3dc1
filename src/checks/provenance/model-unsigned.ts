import { defineCheck } from "../define.ts";
import { said } from "./said.ts";

export const modelUnsigned = defineCheck({
  meta: {
    id: "model-unsigned",
    code: "PV-SIGN-003",
    title: "A model has no signature",
    asset: "provenance",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-353", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0010.003"],
    why: "Nobody vouches for the model: whoever can write to where it lies, or on its way, can exchange it unseen.",
    mend: "Have it signed where it is trained (`pavise sign`), and verify it where it is used.",
    blind: "Signatures that lie elsewhere than named.",
    since: "0.1.0",
    examples: {
      found: [{ path: "facts.txt", code: "unsigned model.sig: there is no such file" }],
      clean: [{ path: "facts.txt", code: "untrusted model.sig: it is signed by somebody else" }],
    },
  },
  run: ({ facts }, report) => {
    for (const fact of facts)
      if (fact.kind === "unsigned") report(fact.where, { message: said(fact) });
  },
});
