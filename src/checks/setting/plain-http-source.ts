import type { FindingDetails } from "../../core/index.ts";
import type { Setting } from "../../formats/setting/view.ts";
import { hostOf, isLocalHost } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";

const artifact =
  /\.(?:pt|pth|ckpt|bin|safetensors|pkl|pickle|joblib|h5|keras|onnx|gguf|tflite|pb|zip|tar|t?gz|tgz|bz2|xz|zst|7z|csv|tsv|jsonl|parquet|arrow|npz?|data|whl|deb|vec|model)(?:[?#]|$)/i;
const subject =
  /(?:^|[._-])(?:data(?:set)?s?|corpus|train(?:ing)?|model|weights?|checkpoint|ckpt|artifact|embedding|download|tokenizer)s?(?:[._-]|$)/i;

function judge({ key, value }: Setting): FindingDetails | undefined {
  const host = hostOf(value);
  if (isLocalHost(host) || /[$<{%]/.test(host)) return undefined;
  const message = `Whoever is on the way to ${host} decides what is read`;
  if (artifact.test(value)) return { message };
  if (/(?:url|uri|link|source|path)$/i.test(key) && subject.test(key))
    return { message, confidence: "medium", severity: "low" };
  return undefined;
}

export const plainHttpSource = defineCheck({
  meta: {
    id: "plain-http-source",
    code: "PV-CONF-009",
    title: "Data or a model is configured to come over plain HTTP",
    asset: "setting",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-319",
      "CWE-494",
      "OWASP-ML02:2023",
      "OWASP-LLM04:2026",
      "OWASP-LLM05:2026",
      "ATLAS:AML.T0020",
    ],
    why: "Anybody on the way can change it: poisoned data, another model.",
    mend: "Use https, and keep a digest beside the address.",
    blind: "A digest that is compared elsewhere.",
    since: "0.1.0",
    examples: {
      found: [{ path: "config.yaml", code: "data:\n  url: http://data.riverbank.io/loans.csv\n" }],
      clean: [{ path: "config.yaml", code: "data:\n  url: https://data.riverbank.io/loans.csv\n" }],
    },
  },
  wants: (file) => file.mentions("http://"),
  run: ({ settings }, report) => {
    // What Kubernetes serves has a check of its own.
    const isManifest = settings.some(({ key }) => /(?:^|\.)apiVersion$/.test(key));
    for (const setting of settings) {
      if (isManifest && /(?:^|\.)(?:storage|model|sourceModel)Uri$/.test(setting.key)) continue;
      if (
        !setting.value.startsWith("http://") ||
        setting.value.length > 2_000 ||
        /\s/.test(setting.value)
      )
        continue;
      const details = judge(setting);
      if (details !== undefined) report(setting, details);
    }
  },
});
