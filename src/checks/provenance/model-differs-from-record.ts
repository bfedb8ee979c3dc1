import { defineCheck } from "../define.ts";
import { said } from "./said.ts";

export const modelDiffersFromRecord = defineCheck({
  meta: {
    id: "model-differs-from-record",
    code: "PV-SIGN-009",
    title: "A model is not the one on record",
    asset: "provenance",
    severity: "critical",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-354",
      "CWE-494",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.003",
      "ATLAS:AML.T0018",
    ],
    why: "What is about to be used is not what came out of training, or not what the registry holds: it was exchanged or changed on the way.",
    mend: "Do not promote it. Compare the files that are named, and find out which of the two is the one that was tested.",
    blind:
      "Whether the record is right; the names of files, where only the digest of the whole is on record.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "facts.txt",
          code: "differs weights.bin: sha256 is 9f86d081…, on record is e3b0c442…",
        },
      ],
      clean: [{ path: "facts.txt", code: "changed weights.bin: its sha256 is 9f86d081…" }],
    },
  },
  run: ({ facts }, report) => {
    for (const fact of facts)
      if (fact.kind === "differs") report(fact.where, { message: said(fact) });
  },
});
