import { defineCheck } from "../define.ts";

export const robustnessOverestimated = defineCheck({
  meta: {
    id: "robustness-overestimated",
    code: "PV-ROB-003",
    title: "The measured robustness is probably too high",
    asset: "robustness",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-1039", "OWASP-ML01:2023", "ATLAS:AML.T0015", "ATLAS:AML.T0043"],
    why: "Masked gradients stop attacks that follow them and no others: the number looks good, and the model falls to the next attack.",
    mend: "Do what the trust section says: run AutoAttack and a black-box attack, take a softmax or a quantiser out of the way, attack a randomised model on average.",
    blind:
      "Defences that no attack here adapts to. An attack made for the defence is the only full answer.",
    since: "0.1.0",
    references: [
      "https://arxiv.org/abs/1802.00420",
      "https://arxiv.org/abs/1902.06705",
      "https://arxiv.org/abs/2003.01690",
    ],
    examples: {
      found: [
        {
          path: "facts.txt",
          code: "overestimated model.onnx: with eps as wide as the range, 40 % of 32 inputs are still classified rightly",
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
      if (kind === "overestimated")
        report(where, { message, ...(severity !== undefined && { severity }) });
  },
});
