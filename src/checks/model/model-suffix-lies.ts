import { defineCheck } from "../define.ts";
import { reportActs } from "./report-acts.ts";

export const modelSuffixLies = defineCheck({
  meta: {
    id: "model-suffix-lies",
    code: "PV-MODEL-017",
    title: "A file is called by a format without code and is another",
    asset: "model",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-434", "CWE-345", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0010.003"],
    why: "People and programs take the suffix for a promise. A loader that looks at the content runs what is in it, and one that looks at the suffix lets it pass.",
    mend: "Ask who has called it so. Give it the suffix of what it is, or delete it.",
    blind: "Files whose suffix says nothing, such as `.bin`, and formats in one another.",
    since: "0.1.0",
    examples: {
      found: [{ path: "model.safetensors", code: "cos\nsystem\n(S'id'\ntR." }],
      clean: [{ path: "model.pkl", code: "(dp0\nS'weights'\np1\n(lp2\nF1.5\nas." }],
    },
  },
  run: (view, report) => {
    reportActs(view, report, { kind: "lies" });
  },
});
