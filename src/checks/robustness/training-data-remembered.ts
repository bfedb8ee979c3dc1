import { defineCheck } from "../define.ts";

export const trainingDataRemembered = defineCheck({
  meta: {
    id: "training-data-remembered",
    code: "PV-ROB-005",
    title: "The model's answers tell what it was trained on",
    asset: "robustness",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["OWASP-ML04:2023", "ATLAS:AML.T0024.000"],
    why: "Whoever may ask the model learns whose data it was trained on: a diagnosis, a customer, a work under copyright.",
    mend: "Train with less room to learn by heart (fewer passes, augmentation, weight decay, differential privacy), tell classes instead of scores, or take the data off that must not be known.",
    blind:
      "Attacks with the model's own architecture as shadow models, which are stronger. Where members and others differ otherwise, such as by year, the difference is taken for memory.",
    since: "0.1.0",
    references: ["https://arxiv.org/abs/1610.05820", "https://arxiv.org/abs/2112.03570"],
    examples: {
      found: [
        {
          path: "facts.txt",
          code: "remembers model.onnx: members of the training data are told from others with an area under the curve of 0.81 (shadow)",
        },
      ],
      clean: [{ path: "facts.txt", code: "overestimated model.onnx: gradients are zero" }],
    },
  },
  run: ({ facts }, report) => {
    for (const { kind, where, message, severity } of facts)
      if (kind === "remembers")
        report(where, { message, ...(severity !== undefined && { severity }) });
  },
});
