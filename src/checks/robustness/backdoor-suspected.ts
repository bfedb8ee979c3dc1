import { defineCheck } from "../define.ts";

export const backdoorSuspected = defineCheck({
  meta: {
    id: "backdoor-suspected",
    code: "PV-ROB-004",
    title: "The model looks as if it had a backdoor",
    asset: "robustness",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["OWASP-ML10:2023", "OWASP-ML02:2023", "ATLAS:AML.T0018.000", "ATLAS:AML.T0018.001"],
    why: "Whoever trained or changed the model knows a trigger that makes it answer what they want, and nothing else shows it.",
    mend: "Do not deploy it. Look at the trigger in the report, compare with a model of the same task that you trust, take the model from its source again and verify its signature, or train it on data that were looked at.",
    blind:
      "Triggers that work on one class only, that move with the input, or that are as large as classes are apart. A class that lies near all others by nature may be suspected: a reference model tells.",
    since: "0.1.0",
    references: ["https://arxiv.org/abs/1708.06733", "https://doi.org/10.1109/SP.2019.00031"],
    examples: {
      found: [
        {
          path: "facts.txt",
          code: "backdoor model.onnx: one small change turns inputs of every class into class 3; it is 2.9 times smaller than for the other classes",
        },
      ],
      clean: [{ path: "facts.txt", code: "overestimated model.onnx: gradients are zero" }],
    },
  },
  run: ({ facts }, report) => {
    for (const { kind, where, message } of facts)
      if (kind === "backdoor") report(where, { message });
  },
});
