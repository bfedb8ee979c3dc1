import { defineCheck } from "../define.ts";
import { reportActs } from "./report-acts.ts";

export const modelHoldsCode = defineCheck({
  meta: {
    id: "model-holds-code",
    code: "PV-MODEL-005",
    title: "A model file holds code of its own",
    asset: "model",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-502", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0011.000"],
    why: "Functions and classes that cloudpickle, dill or marshal have written are made of bytecode that nobody has read.",
    mend: "Keep the code in a package with a version, and only the data in the file.",
    blind: "What the code does.",
    since: "0.1.0",
    examples: {
      found: [{ path: "model.pkl", code: "cmarshal\nloads\n(S'x'\ntR." }],
      clean: [{ path: "model.pkl", code: "(dp0\nS'weights'\np1\n(lp2\nF1.5\nas." }],
    },
  },
  run: (view, report) => {
    reportActs(view, report, { kind: "holds-code", nested: "medium" });
    reportActs(view, report, { kind: "holds-plain-code", nested: "low", severity: "medium" });
  },
});
