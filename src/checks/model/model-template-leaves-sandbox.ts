import { defineCheck } from "../define.ts";
import { reportActs } from "./report-acts.ts";

export const modelTemplateLeavesSandbox = defineCheck({
  meta: {
    id: "model-template-leaves-sandbox",
    code: "PV-MODEL-010",
    title: "A chat template within a model reaches for Python's objects",
    asset: "model",
    severity: "critical",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-1336", "CWE-94", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0011.000"],
    why: "The template comes with the model and is rendered for every request. Where its renderer is not sandboxed, or its sandbox has a hole, the author of the model runs code on the server (CVE-2024-34359).",
    mend: "Do not load the model. Take one from the authors of the base model, or give the server a template of your own.",
    blind: "Templates that only change what the model is told.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "model.gguf",
          code: "GGUF\x03\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x17\x00\x00\x00\x00\x00\x00\x00tokenizer.chat_template\x08\x00\x00\x00\x15\x00\x00\x00\x00\x00\x00\x00{{ cycler.__init__ }}",
        },
      ],
      clean: [
        {
          path: "model.gguf",
          code: "GGUF\x03\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x17\x00\x00\x00\x00\x00\x00\x00tokenizer.chat_template\x08\x00\x00\x00\x0f\x00\x00\x00\x00\x00\x00\x00{{ bos_token }}",
        },
      ],
    },
  },
  run: (view, report) => {
    reportActs(view, report, { kind: "template" });
    reportActs(view, report, { kind: "odd-template", severity: "high", confidence: "medium" });
    const rewriting = {
      kind: "rewriting-template",
      severity: "medium",
      confidence: "medium",
    } as const;
    reportActs(view, report, rewriting);
  },
});
