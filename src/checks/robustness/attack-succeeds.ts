import { defineCheck } from "../define.ts";

export const attackSucceeds = defineCheck({
  meta: {
    id: "attack-succeeds",
    code: "PV-ROB-002",
    title: "Small changes of an input turn the model's answers",
    asset: "robustness",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-1039", "OWASP-ML01:2023", "ATLAS:AML.T0015", "ATLAS:AML.T0043"],
    why: "Whoever can choose an input changes it by less than anybody sees, and the model answers what the attacker wants.",
    mend: "State how much is needed (`--min-robust-accuracy 0.4`), so that the gate holds it, and train for it: adversarial training is what has lasted.",
    blind: "Whether inputs come from people who would attack: that is between you and your users.",
    since: "0.1.0",
    references: ["https://arxiv.org/abs/1412.6572", "https://arxiv.org/abs/1706.06083"],
    examples: {
      found: [
        {
          path: "facts.txt",
          code: "breaks model.onnx: pgd at linf 8/255 changes the answer to 92 % of the inputs",
        },
      ],
      clean: [{ path: "facts.txt", code: "overestimated model.onnx: gradients are zero" }],
    },
  },
  run: ({ facts }, report) => {
    for (const { kind, where, message, severity } of facts)
      if (kind === "breaks")
        report(where, { message, ...(severity !== undefined && { severity }) });
  },
});
