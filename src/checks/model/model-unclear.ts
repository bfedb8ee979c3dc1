import { defineCheck } from "../define.ts";
import { reportActs } from "./report-acts.ts";

export const modelUnclear = defineCheck({
  meta: {
    id: "model-unclear",
    code: "PV-MODEL-006",
    title: "What a model file does cannot be told",
    asset: "model",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-502", "CWE-1284", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0011.000"],
    why: "A reader runs a broken pickle up to where it breaks, and some readers are broken on purpose to stop scanners.",
    mend: "Do not load it. Get the file again from where it came, and compare its hash.",
    blind: "Files that are only longer than the limits of a scan, which are in the coverage.",
    since: "0.1.0",
    examples: {
      found: [{ path: "model.pkl", code: "ccollections\nOrderedDict\n(lp0\nS'x'\n" }],
      clean: [{ path: "model.pkl", code: "(dp0\nS'weights'\np1\n(lp2\nF1.5\nas." }],
    },
  },
  run: (view, report) => {
    reportActs(view, report, { kind: "unclear", nested: "medium" });
  },
});
