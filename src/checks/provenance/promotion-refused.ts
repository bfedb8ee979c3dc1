import { defineCheck } from "../define.ts";
import { said } from "./said.ts";

export const promotionRefused = defineCheck({
  meta: {
    id: "promotion-refused",
    code: "PV-SIGN-010",
    title: "A model does not fulfil the policy for its promotion",
    asset: "provenance",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-345", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0010.003"],
    why: "The policy says what a model has to show before it is served; this one does not show it.",
    mend: "Do what the policy asks for: scan, test, train again. The policy is not to be changed for one model.",
    blind: "What the policy does not ask for.",
    since: "0.1.0",
    examples: {
      found: [{ path: "facts.txt", code: "refused model: the scan has 2 findings that are high" }],
      clean: [{ path: "facts.txt", code: "no-evidence model: there is no attestation of a scan" }],
    },
  },
  run: ({ facts }, report) => {
    for (const fact of facts)
      if (fact.kind === "refused") report(fact.where, { message: said(fact) });
  },
});
