import { defineCheck } from "../define.ts";
import { reportActs } from "./report-acts.ts";

export const modelCallsUnknown = defineCheck({
  meta: {
    id: "model-calls-unknown",
    code: "PV-MODEL-002",
    title: "A model file calls a function that is not known",
    asset: "model",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-502", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0011.000"],
    why: "Whatever the function does with these arguments happens when the file is loaded.",
    mend: "Look at the function. Where it is your own, list it whole under `models: own-names` in `pavise.yaml`; else take the model in a format without code.",
    blind: "Functions of known libraries that are misused in a way that is not known.",
    since: "0.1.0",
    examples: {
      found: [{ path: "model.pkl", code: "cmypackage.tools\nprepare\n(S'x'\ntR." }],
      clean: [{ path: "model.pkl", code: "(dp0\nS'weights'\np1\n(lp2\nF1.5\nas." }],
    },
  },
  run: (view, report) => {
    reportActs(view, report, { kind: "calls-unknown", nested: "high" });
    reportActs(view, report, { kind: "calls-plainly", nested: "low", severity: "medium" });
  },
});
