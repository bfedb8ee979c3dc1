import { configSigns, configThreat } from "../../load/config-targets.ts";
import type { Setting } from "../../formats/setting/view.ts";
import { defineCheck } from "../define.ts";

/** All keys, and those of the maps and lists in which they stand. */
function prefixesOf(settings: readonly Setting[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { key } of settings)
    for (
      let at = key.length;
      at > 0 && !found.has(key.slice(0, at));
      at = key.lastIndexOf(".", at - 1)
    )
      found.add(key.slice(0, at));
  return found;
}

export const configTargetRunsCode = defineCheck({
  meta: {
    id: "config-target-runs-code",
    code: "PV-MODEL-016",
    title: "A configuration names a function that runs code as its target",
    asset: "setting",
    severity: "critical",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-470", "CWE-502", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0011.000"],
    why: "Hydra, OmegaConf and NeMo import what stands under `_target_` and call it with the values beside it, when the configuration of a model is read (CVE-2025-23304). LightningCLI, latent-diffusion, AllenNLP and Rasa do so under names of their own; MONAI and YOLOv5 evaluate texts.",
    mend: "Do not load the model. Let only targets be made that are on a list of your own.",
    blind: "Targets of which it is not known what they do.",
    since: "0.1.0",
    references: ["CVE-2025-23304"],
    examples: {
      found: [
        { path: "model_config.yaml", code: "model:\n  _target_: os.system\n  command: id\n" },
      ],
      clean: [
        { path: "model_config.yaml", code: "optim:\n  _target_: torch.optim.AdamW\n  lr: 0.1\n" },
      ],
    },
  },
  wants: (file) =>
    [
      "_target_",
      "class_path",
      "subprocess",
      "os",
      "builtins",
      "importlib",
      "__import__",
      "eval",
      "exec",
    ].some((word) => file.mentions(word)),
  run: ({ settings, text }, report) => {
    if (!configSigns.test(text) && !/\bexec\(|\beval\(|\\u/.test(text)) return;
    let prefixes: ReadonlySet<string> | undefined;
    for (const setting of settings) {
      const parts = setting.key.split(".");
      const within = parts
        .slice(0, -1)
        .map((part) => `${part}.`)
        .join("");
      const message = configThreat({
        keys: parts,
        value: setting.value,
        hasBeside: (other) => (prefixes ??= prefixesOf(settings)).has(`${within}${other}`),
      });
      if (message !== undefined) report(setting, { message });
    }
  },
});
