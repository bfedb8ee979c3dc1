import { defineCheck } from "../define.ts";
import { placeOf } from "./artifacts.ts";

const loaders = [
  "from_pretrained",
  "from_single_file",
  "from_pipe",
  "pipeline",
  "load_lora_weights",
  "load_textual_inversion",
  "load_ip_adapter",
  "load_attn_procs",
  "load_adapter",
  "from_ckpt",
] as const;

export const safetensorsDeclined = defineCheck({
  meta: {
    id: "safetensors-declined",
    code: "PV-CODE-203",
    title: "Weights are taken from a pickle although safetensors could be had",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-502",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0011.000",
    ],
    why: "With `use_safetensors=False` the library reads `pytorch_model.bin`, a pickle that can run code where torch is older than 2.6.",
    mend: "Remove the argument, or pass `use_safetensors=True` so that a pickle is refused.",
    blind: "What the repository offers.",
    references: ["CVE-2025-32434", "https://huggingface.co/docs/safetensors"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from transformers import AutoModel\nmodel = AutoModel.from_pretrained("acme/net", use_safetensors=False)\n',
        },
      ],
      clean: [
        {
          code: 'from transformers import AutoModel\nmodel = AutoModel.from_pretrained("acme/net", use_safetensors=True)\n',
        },
      ],
    },
  },
  run: ({ methods }, report) => {
    for (const call of methods(...loaders)) {
      // None is "as it comes", which is the default; only False declines.
      if (call.keyword("use_safetensors")?.is(false)) {
        const isLocal = placeOf(call.positional(0)) === "local";
        report(call, isLocal ? { severity: "low", audience: "pedantic" } : {});
      }
    }
    for (const call of methods(
      "save_pretrained",
      "push_to_hub",
      "save_model",
      "merge_and_unload",
      "save",
    )) {
      if (call.keyword("safe_serialization")?.is(false)) {
        report(call, {
          severity: "low",
          audience: "pedantic",
          message: "Weights are saved as a pickle: everybody who loads them has to trust you",
        });
      }
    }
  },
});
