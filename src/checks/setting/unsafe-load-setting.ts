import type { FindingDetails } from "../../core/index.ts";
import { isOff, isOn } from "../../formats/command/view.ts";
import { defineCheck } from "../define.ts";

const switches: Readonly<
  Record<
    string,
    { readonly isUnsafe: (value: string) => boolean; readonly details: FindingDetails }
  >
> = {
  weights_only: {
    isUnsafe: isOff,
    details: { message: "Checkpoints are unpickled whole: what their author put in runs" },
  },
  allow_pickle: {
    isUnsafe: isOn,
    details: { message: "Arrays may be pickles: what their author put in runs" },
  },
  safe_mode: {
    isUnsafe: isOff,
    details: {
      confidence: "low",
      severity: "low",
      message: "Keras may run code that a model file brings",
    },
  },
  allow_dangerous_deserialization: {
    isUnsafe: isOn,
    details: { message: "An index or chain is unpickled from a file" },
  },
  use_safetensors: {
    isUnsafe: isOff,
    details: {
      severity: "low",
      audience: "pedantic",
      message: "Weights are loaded as pickles where safetensors is there",
    },
  },
};

export const unsafeLoadSetting = defineCheck({
  meta: {
    id: "unsafe-load-setting",
    code: "PV-CONF-012",
    title: "A configuration allows model files that run code",
    asset: "setting",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-502",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0011.000",
    ],
    why: "Whoever wrote, or can swap, the file decides what runs when it is loaded.",
    mend: "Remove the line; convert old files once, in a sandbox, to safetensors or weights only.",
    blind: "Which program reads it.",
    since: "0.1.0",
    examples: {
      found: [{ path: "train.yaml", code: "checkpoint:\n  weights_only: false\n" }],
      clean: [{ path: "train.yaml", code: "checkpoint:\n  weights_only: true\n" }],
    },
  },
  wants: (file) => Object.keys(switches).some((name) => file.mentions(name)),
  run: ({ named }, report) => {
    for (const [name, { isUnsafe, details }] of Object.entries(switches)) {
      for (const setting of named(name)) if (isUnsafe(setting.value)) report(setting, details);
    }
  },
});
