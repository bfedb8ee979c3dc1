import { isDangerousPath } from "../../load/names.ts";
import { nameOf } from "../../formats/setting/view.ts";
import { defineCheck } from "../define.ts";

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
    why: "Hydra, OmegaConf and NeMo import what stands under `_target_` and call it with the values beside it, when the configuration of a model is read (CVE-2025-23304).",
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
  wants: (file) => file.mentions("_target_"),
  run: ({ settings }, report) => {
    for (const setting of settings) {
      if (nameOf(setting) !== "_target_") continue;
      if (isDangerousPath(setting.value))
        report(setting, {
          message: `\`${setting.value.slice(0, 100)}\` is called when the configuration is read`,
        });
    }
  },
});
