import { defineCheck } from "../define.ts";
import type { FactKind } from "./facts.ts";
import { said } from "./said.ts";

const kinds: ReadonlySet<FactKind> = new Set(["changed", "missing", "added", "renamed", "unfit"]);

export const modelTampered = defineCheck({
  meta: {
    id: "model-tampered",
    code: "PV-SIGN-001",
    title: "A model is not the one that was signed",
    asset: "provenance",
    severity: "critical",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-353",
      "CWE-354",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "OWASP-ML10:2023",
      "ATLAS:AML.T0010.003",
      "ATLAS:AML.T0018",
    ],
    why: "Somebody has changed the model after it was signed: its weights may be poisoned, its files may run code, and what was tested is not what is served.",
    mend: "Do not load it. Get the model again from where it was signed, and find out who could write to it.",
    blind:
      "What was wrong with the model before it was signed; files that the signature leaves out by name; what changes after the look.",
    since: "0.1.0",
    references: ["https://github.com/ossf/model-signing-spec"],
    examples: {
      found: [
        {
          path: "facts.txt",
          code: "changed weights.safetensors: its sha256 is 9f86d081…, signed is e3b0c442…",
        },
      ],
      clean: [
        { path: "facts.txt", code: "uncovered .gitignore: it is not covered by the signature" },
      ],
    },
  },
  run: ({ facts }, report) => {
    for (const fact of facts) if (kinds.has(fact.kind)) report(fact.where, { message: said(fact) });
  },
});
