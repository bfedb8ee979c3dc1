import { defineCheck } from "../define.ts";
import { reportActs } from "./report-acts.ts";

export const modelContradictsFormat = defineCheck({
  meta: {
    id: "model-contradicts-format",
    code: "PV-MODEL-009",
    title: "A model file contradicts its own format",
    asset: "model",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-1284",
      "CWE-1286",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.003",
    ],
    why: "Where lengths, names and places contradict each other, two readers take two models from one file, and readers in C have written over their memory (CVE-2024-21802, CVE-2025-53630). Bytes that belong to nothing are where another file is hidden, for a program that is told where to look.",
    mend: "Get the file again from where it came and compare its hash; do not load it before they agree.",
    blind: "Whether the numbers of the tensors are those of the model that it says it is.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "model.safetensors",
          code: '6\x00\x00\x00\x00\x00\x00\x00{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}aaaabbbb',
        },
      ],
      clean: [
        {
          path: "model.safetensors",
          code: '6\x00\x00\x00\x00\x00\x00\x00{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}aaaa',
        },
      ],
    },
  },
  run: (view, report) => {
    reportActs(view, report, { kind: "contradicts" });
    reportActs(view, report, { kind: "hides", severity: "high" });
  },
});
