import type { FindingDetails } from "../../core/index.ts";
import type { Word } from "../../formats/command/view.ts";
import { hostOf, isLocalHost } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";
import { addressesOf, fetchers, isRunAtOnce } from "./downloads.ts";

/** Files that are data, models or programs, and not an answer of an API. */
const artifact =
  /\.(?:sh|bash|py|pyz|whl|deb|rpm|run|bin|exe|jar|apk|so|pkl|pickle|pt|pth|ckpt|joblib|h5|keras|zip|tar|t?gz|tgz|bz2|xz|zst|7z|csv|tsv|jsonl?|parquet|arrow|npz?|txt|data|safetensors|onnx|gguf|tflite|pb|model|vec|db|sqlite)(?:[?#]|$)/i;

function judge(address: Word): FindingDetails {
  const message = `Whoever is on the way to ${hostOf(address.text)} decides what arrives`;
  return artifact.test(address.text)
    ? { message }
    : { severity: "low", audience: "pedantic", message };
}

export const plainHttpDownload = defineCheck({
  meta: {
    id: "plain-http-download",
    code: "PV-CMD-017",
    title: "Data or a program is fetched over plain HTTP",
    asset: "command",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-319",
      "CWE-494",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML02:2023",
      "ATLAS:AML.T0020",
    ],
    why: "Anybody on the way can change it: poisoned data, another model, another program.",
    mend: "Use https, and compare a digest.",
    blind: "A digest that is compared afterwards.",
    since: "0.1.0",
    examples: {
      found: [{ path: "fetch.sh", code: "wget http://models.riverbank.io/score.pt\n" }],
      clean: [{ path: "fetch.sh", code: "wget https://models.riverbank.io/score.pt\n" }],
    },
  },
  run: ({ commands }, report) => {
    for (const command of commands) {
      if (!fetchers.has(command.program) || isRunAtOnce(command)) continue;
      for (const address of addressesOf(command)) {
        if (
          !address.text.startsWith("http:") ||
          isLocalHost(hostOf(address.text)) ||
          hostOf(address.text).includes("$")
        )
          continue;
        report(address, { extent: command, ...judge(address) });
      }
    }
  },
});
