import type { FindingDetails } from "../../core/index.ts";
import { defineCheck } from "../define.ts";
import { seemsForeign } from "./support.ts";

/** What a saved program may do, by the function that loads it. */
const loaders: ReadonlyMap<string, FindingDetails> = new Map<string, FindingDetails>([
  [
    "torch.export.load",
    { message: "torch.export.load unpickles parts of the program that safe loading refuses" },
  ],
  [
    "torch.package.PackageImporter",
    { message: "A torch.package brings Python modules of its own and runs them" },
  ],
  [
    "torch._export.aot_load",
    { message: "A compiled model is a shared library; loading it runs its code" },
  ],
  [
    "torch._inductor.aoti_load_package",
    { message: "A compiled model is a shared library; loading it runs its code" },
  ],
  [
    "torch._inductor.aot_load",
    { message: "A compiled model is a shared library; loading it runs its code" },
  ],
  [
    "torch.jit.load",
    {
      severity: "low",
      audience: "pedantic",
      message: "A TorchScript file is a program; when it is called it can read and write files",
    },
  ],
]);

/** Where the name of the path says that others decide about it. */
const shown: FindingDetails = { severity: "medium", audience: "default" };

export const torchProgramUntrusted = defineCheck({
  meta: {
    id: "torch-program-untrusted",
    code: "PV-CODE-102",
    title: "A saved PyTorch program is code, and loading it can run it",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-502",
      "CWE-829",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0011.000",
    ],
    why: "TorchScript, exported programs and packages hold operations or Python beside the weights: whoever wrote the file decides what they do.",
    mend: "Load weights (safetensors) into a model whose code is yours; else verify a signature before loading.",
    blind: "Whether the file comes from somebody else.",
    references: [
      "https://docs.pytorch.org/docs/stable/package.html",
      "https://github.com/pytorch/pytorch/blob/main/SECURITY.md",
    ],
    since: "0.1.0",
    examples: {
      found: [{ code: 'import torch\nprogram = torch.export.load("model.pt2")\n' }],
      clean: [
        {
          code: 'from safetensors.torch import load_file\nmodel.load_state_dict(load_file("model.safetensors"))\n',
        },
      ],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...loaders.keys())) {
      const details = loaders.get(call.name) ?? {};
      report(call, seemsForeign(call.positional(0)) ? { ...details, ...shown } : details);
    }
  },
});
