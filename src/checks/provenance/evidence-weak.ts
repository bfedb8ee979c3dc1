import { defineCheck } from "../define.ts";
import { said } from "./said.ts";

export const evidenceWeak = defineCheck({
  meta: {
    id: "evidence-weak",
    code: "PV-SIGN-007",
    title: "Evidence holds only for who has no reason to cheat",
    asset: "provenance",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-328", "OWASP-ML06:2023", "ATLAS:AML.T0010.003"],
    why: "MD5 and SHA-1 can be made to agree for two different files: who made the model may have made another one with the same sum.",
    mend: "Record a SHA-256: sign the model (`pavise sign`), or attest its training (`pavise attest train`).",
    blind: "How the record itself is kept from being changed.",
    since: "0.1.0",
    references: ["RFC 6151", "https://shattered.io"],
    examples: {
      found: [{ path: "facts.txt", code: "weak-evidence model.pkl: DVC records an MD5 only" }],
      clean: [{ path: "facts.txt", code: "no-evidence model.pkl: it has no record" }],
    },
  },
  run: ({ facts }, report) => {
    for (const fact of facts)
      if (fact.kind === "weak-evidence") report(fact.where, { message: said(fact) });
  },
});
