import { defineCheck } from "../define.ts";
import { reportActs } from "./report-acts.ts";

export const modelMetadataCode = defineCheck({
  meta: {
    id: "model-metadata-code",
    code: "PV-MODEL-011",
    title: "The metadata of a model look like code",
    asset: "model",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-506", "CWE-116", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0010.003"],
    why: "Metadata do nothing by themselves. What shows them on a page, or a script that runs what it finds in them, does.",
    mend: "Ask why it is there. Write the file again without it.",
    blind: "Code that is encoded, and languages other than Python, shells and pages.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "model.safetensors",
          code: 'k\x00\x00\x00\x00\x00\x00\x00{"__metadata__":{"init":"import os; os.system(\'id\')"},"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}aaaa',
        },
      ],
      clean: [
        {
          path: "model.safetensors",
          code: 'U\x00\x00\x00\x00\x00\x00\x00{"__metadata__":{"format":"pt"},"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}aaaa',
        },
      ],
    },
  },
  run: (view, report) => {
    reportActs(view, report, { kind: "metadata" });
    reportActs(view, report, { kind: "metadata-program", severity: "high", confidence: "high" });
    reportActs(view, report, { kind: "metadata-url", severity: "low", confidence: "low" });
  },
});
