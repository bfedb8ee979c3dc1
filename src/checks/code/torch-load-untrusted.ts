import { defineCheck } from "../define.ts";

export const torchLoadUntrusted = defineCheck({
  meta: {
    id: "torch-load-untrusted",
    code: "PV-CODE-104",
    title: "torch.load can run code hidden in the file",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: ["B614", "S614"],
    controls: ["CWE-502", "OWASP-LLM04:2026", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0011.000"],
    why: "A checkpoint is a pickle: whoever wrote the file decides what runs when it is loaded, with the rights of the process.",
    mend: "Pass `weights_only=True`, or load safetensors.",
    blind: "Whether the file comes from somebody else. From torch 2.6 on, `weights_only` is true by default; the version that is installed is not looked up.",
    references: ["CVE-2025-32434", "https://pytorch.org/docs/stable/generated/torch.load.html"],
    since: "0.1.0",
    examples: {
      found: [{ code: 'import torch\nmodel = torch.load("model.pt")\n' }],
      clean: [{ code: 'import torch\nmodel = torch.load("model.pt", weights_only=True)\n' }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls("torch.load", "torch.serialization.load")) {
      const weightsOnly = call.keyword("weights_only");
      if (weightsOnly?.is(true)) continue;
      if (weightsOnly?.is(false)) report(call, { severity: "high", confidence: "high" });
      else report(call);
    }
  },
});
