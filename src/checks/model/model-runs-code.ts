import { defineCheck } from "../define.ts";
import { reportActs } from "./report-acts.ts";

export const modelRunsCode = defineCheck({
  meta: {
    id: "model-runs-code",
    code: "PV-MODEL-001",
    title: "A model file runs code when it is loaded",
    asset: "model",
    severity: "critical",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-502", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0011.000"],
    why: "Who loads the file runs what its author wrote, with the rights of the process.",
    mend: "Do not load it. Find out where it came from and who has loaded it. Take models in a format without code, such as safetensors.",
    blind:
      "What a library does with data that only it understands, and code that the file makes the reader download.",
    since: "0.1.0",
    examples: {
      found: [{ path: "model.pkl", code: "cos\nsystem\n(S'id'\ntR." }],
      clean: [{ path: "model.pkl", code: "(dp0\nS'weights'\np1\n(lp2\nF1.5\nas." }],
    },
  },
  run: (view, report) => {
    reportActs(view, report, { kind: "runs", nested: "high" });
  },
});
