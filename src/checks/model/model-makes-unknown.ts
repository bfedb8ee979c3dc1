import { defineCheck } from "../define.ts";
import { reportActs } from "./report-acts.ts";

export const modelMakesUnknown = defineCheck({
  meta: {
    id: "model-makes-unknown",
    code: "PV-MODEL-043",
    title: "A model file makes objects of a class that is not known",
    asset: "model",
    severity: "low",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-502", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0011.000"],
    why: "The module of the class is imported, and the class takes what the file puts into the object as it likes (`__setstate__`). Nothing of it is called with arguments of the file's choice.",
    mend: "Where the class is your own, list it whole under `models: own-names` in `pavise.yaml`; else look at how it takes its state.",
    blind: "What the class does with its state when it is loaded, and with the object later.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "model.pkl",
          code: "ccopyreg\n_reconstructor\n(cmypackage.tools\nScaler\nc__builtin__\nobject\nNtR.",
        },
      ],
      clean: [{ path: "model.pkl", code: "(dp0\nS'weights'\np1\n(lp2\nF1.5\nas." }],
    },
  },
  run: (view, report) => {
    reportActs(view, report, { kind: "makes-unknown", nested: "low" });
  },
});
