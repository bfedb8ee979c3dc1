import { defineCheck } from "../define.ts";
import { said } from "./said.ts";

export const evidenceMissing = defineCheck({
  meta: {
    id: "evidence-missing",
    code: "PV-SIGN-006",
    title: "Evidence that is asked for is missing",
    asset: "provenance",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-353", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0010.003"],
    why: "What was promised of the model, that it was scanned, tested or trained where it should be, is shown by nothing that can be verified.",
    mend: "Make the evidence where the work is done (`pavise attest`), and keep it beside the model.",
    blind: "Whether what the evidence says is true: that is between its signer and you.",
    since: "0.1.0",
    references: ["https://slsa.dev/spec/v1.0/provenance", "https://in-toto.io/attestation/svr"],
    examples: {
      found: [{ path: "facts.txt", code: "no-evidence model: there is no attestation of a scan" }],
      clean: [{ path: "facts.txt", code: "weak-evidence model.dvc: only an MD5 is recorded" }],
    },
  },
  run: ({ facts }, report) => {
    for (const fact of facts)
      if (fact.kind === "no-evidence") report(fact.where, { message: said(fact) });
  },
});
