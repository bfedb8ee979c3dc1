import { defineCheck } from "../define.ts";
import { reportActs } from "./report-acts.ts";

export const modelNamesDangerous = defineCheck({
  meta: {
    id: "model-names-dangerous",
    code: "PV-MODEL-003",
    title: "A model file holds a function that runs code",
    asset: "model",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-502", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0011.000"],
    why: "Who uses the object later may call it without knowing.",
    mend: "Do not load it before you know why it is there.",
    blind: "Functions that are reached through attributes of other objects.",
    since: "0.1.0",
    examples: {
      found: [{ path: "model.pkl", code: "(lp0\ncos\nsystem\na." }],
      clean: [{ path: "model.pkl", code: "(dp0\nS'weights'\np1\n(lp2\nF1.5\nas." }],
    },
  },
  run: (view, report) => {
    reportActs(view, report, { kind: "names-dangerous", nested: "medium" });
  },
});
