import { defineCheck } from "../define.ts";
import { reportFlows } from "./support.ts";

export const hubFileExecuted = defineCheck({
  meta: {
    id: "hub-file-executed",
    code: "PV-FLOW-041",
    title: "A file from a hub is run or unpickled",
    asset: "flow",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-502",
      "CWE-494",
      "CWE-829",
      "CWE-94",
      "OWASP-LLM03:2025",
      "OWASP-LLM04:2026",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.003",
      "ATLAS:AML.T0011.000",
    ],
    why: "Whoever controls the repository on the hub, or its account, runs code here.",
    mend: "Load safetensors, or pass `weights_only=True`, pin the revision, and compare the digest of the file.",
    blind: "Whether the revision is pinned and the author trusted.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'import pickle\nfrom huggingface_hub import hf_hub_download\n\npath = hf_hub_download("org/model", "model.pkl")\nmodel = pickle.load(open(path, "rb"))\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'from huggingface_hub import hf_hub_download\nfrom safetensors.torch import load_file\n\npath = hf_hub_download("org/model", "model.safetensors", revision="5d0f2e8")\nweights = load_file(path)\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, {
      sources: ["hub"],
      sinks: ["code", "shell", "deserialize", "import"],
      severity: "high",
    }),
});
