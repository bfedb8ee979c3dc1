import { defineCheck } from "../define.ts";

export const robustAccuracyLow = defineCheck({
  meta: {
    id: "robust-accuracy-low",
    code: "PV-ROB-001",
    title: "Under attack the model is right less often than is asked",
    asset: "robustness",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-1039", "OWASP-ML01:2023", "ATLAS:AML.T0015", "ATLAS:AML.T0043"],
    why: "Whoever can choose an input changes it by less than anybody sees, and the model answers what the attacker wants.",
    mend: "Train with adversarial examples (Madry et al. 2018, TRADES), bound the inputs that are accepted, or do not decide by this model alone where inputs come from strangers; then attack it again.",
    blind:
      "Attacks that were not run. The true robust accuracy is at most what the strongest attack leaves.",
    since: "0.1.0",
    references: [
      "https://arxiv.org/abs/1706.06083",
      "https://arxiv.org/abs/1901.08573",
      "https://arxiv.org/abs/2003.01690",
    ],
    examples: {
      found: [
        {
          path: "facts.txt",
          code: "below-bar model.onnx: 12.0 % of 500 inputs are classified rightly under pgd at linf 8/255, and 40 % are asked",
        },
      ],
      clean: [
        {
          path: "facts.txt",
          code: "breaks model.onnx: pgd at linf 8/255 changes the answer to 92 % of the inputs",
        },
      ],
    },
  },
  run: ({ facts }, report) => {
    for (const { kind, where, message, severity } of facts)
      if (kind === "below-bar")
        report(where, { message, ...(severity !== undefined && { severity }) });
  },
});
