import { defineCheck } from "../define.ts";
import { reportActs } from "./report-acts.ts";

export const modelNamesUnknown = defineCheck({
  meta: {
    id: "model-names-unknown",
    code: "PV-MODEL-004",
    title: "A model file imports a name that is not known",
    asset: "model",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-502", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0011.000"],
    why: "Importing runs the module, and what is imported may be called later.",
    mend: "Look at what it names. Where it is your own, list it whole under `models: own-names` in `pavise.yaml`.",
    blind: "Modules that are imported by those that are known.",
    since: "0.1.0",
    examples: {
      found: [{ path: "model.pkl", code: "(lp0\ncmypackage.tools\nprepare\na." }],
      clean: [{ path: "model.pkl", code: "(dp0\nS'weights'\np1\n(lp2\nF1.5\nas." }],
    },
  },
  run: (view, report) => {
    reportActs(view, report, { kind: "names-unknown", nested: "low" });
  },
});
