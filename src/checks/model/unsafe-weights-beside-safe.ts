import type { FolderPart } from "../../load/folder/view.ts";
import { isWeightsName, weightsFamily } from "../../load/folder/weights.ts";
import { defineCheck } from "../define.ts";

/** Files of weights by what they hold, safe and unsafe apart. */
function families(
  parts: readonly FolderPart[],
  isOf: (part: FolderPart) => boolean,
): ReadonlyMap<string, readonly FolderPart[]> {
  const map = new Map<string, FolderPart[]>();
  for (const part of parts) {
    if (!isWeightsName(part.name) || !isOf(part)) continue;
    const family = weightsFamily(part.name);
    const list = map.get(family) ?? [];
    map.set(family, list);
    list.push(part);
  }
  return map;
}

function named([first, ...more]: readonly FolderPart[]): string {
  const name = `\`${first?.name.slice(-100) ?? ""}\``;
  return more.length === 0 ? name : `${name} (and ${more.length} more)`;
}

export const unsafeWeightsBesideSafe = defineCheck({
  meta: {
    id: "unsafe-weights-beside-safe",
    code: "PV-MODEL-033",
    title: "Weights lie in a pickle beside the same weights in a safe format",
    asset: "folder",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-502", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0011.000"],
    why: "Older versions of the libraries, `use_safetensors=False` and other programs load the pickle, and run what is in it. Nobody else uses it, so nobody notices when it is changed.",
    mend: "Delete the pickle, and its index if it has one, from the repository. Load with `use_safetensors=True`.",
    blind: "Whether both hold the same numbers.",
    since: "0.1.0",
    references: ["https://huggingface.co/docs/safetensors"],
    examples: {
      found: [
        {
          path: "folder.txt",
          code: "== model.safetensors\n\u0008\u0000\u0000\u0000\u0000\u0000\u0000\u0000{}      \n== pytorch_model.bin\n\u0080\u0004}\u0094.\n",
        },
      ],
      clean: [
        {
          path: "folder.txt",
          code: "== model.safetensors\n\u0008\u0000\u0000\u0000\u0000\u0000\u0000\u0000{}      \n== training_args.bin\n\u0080\u0004}\u0094.\n",
        },
      ],
    },
  },
  run: ({ parts }, report) => {
    const safe = families(parts, ({ kind }) => kind === "safetensors");
    const unsafe = families(parts, ({ word }) => word?.isPickle === true);
    const names = new Set(parts.map(({ name }) => name));
    for (const [family, pickles] of unsafe) {
      const same = safe.get(family);
      const [first] = pickles;
      if (same === undefined || first === undefined) continue;
      const index = `${first.name.replace(/-\d{3,6}-of-\d{3,6}(?=\.\w+$)/, "")}.index.json`;
      const withIndex = names.has(index) ? ` and \`${index}\`` : "";
      report(first.where, {
        message: `${named(pickles)} ${pickles.length === 1 ? "is a pickle" : "are pickles"}; ${named(same)} ${same.length === 1 ? "holds" : "hold"} the same weights without one`,
        mend: `Delete ${named(pickles)}${withIndex}, and load with \`use_safetensors=True\`.`,
      });
    }
  },
});
