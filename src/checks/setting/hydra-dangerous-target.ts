import type { FindingDetails } from "../../core/index.ts";
import { defineCheck } from "../define.ts";

const runs =
  /^(?:os\.(?:system|popen|exec\w*|spawn\w*|remove|unlink)|subprocess\.\w+|builtins\.(?:eval|exec|compile|__import__|open)|eval|exec|importlib\.import_module|runpy\.\w+|code\.\w+|pty\.spawn|shutil\.rmtree|posix\.system|ctypes\.\w+)$/;
const unpickles =
  /^(?:pickle|dill|cloudpickle|joblib)\.loads?$|^torch\.(?:load|hub\.load|jit\.load|package\.\w+)$|^pandas\.read_pickle$|^numpy\.load$/;

function judge(target: string): FindingDetails | undefined {
  const name = target.replace(/^_+target_+\s*/, "").trim();
  if (runs.test(name)) return { message: `Reading this configuration calls \`${name}\`` };
  if (unpickles.test(name))
    return {
      severity: "medium",
      message: `Reading this configuration calls \`${name}\`, which runs code in the file that it opens`,
    };
  return undefined;
}

export const hydraDangerousTarget = defineCheck({
  meta: {
    id: "hydra-dangerous-target",
    code: "PV-CONF-010",
    title: "A configuration names a function that runs programs",
    asset: "setting",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-94",
      "CWE-470",
      "CWE-502",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0011.000",
    ],
    why: "`hydra.utils.instantiate` calls what `_target_` names with the arguments beside it: a configuration like this is a program, and the way in attacks on NeMo and others.",
    mend: "Name classes of your own only, and check names against a list before instantiating; look into where this line came from.",
    blind: "Other functions that do as much.",
    references: ["CVE-2025-23304", "https://hydra.cc/docs/advanced/instantiate_objects/overview/"],
    since: "0.1.0",
    examples: {
      found: [{ path: "model.yaml", code: "_target_: os.system\n_args_: [id]\n" }],
      clean: [{ path: "model.yaml", code: "_target_: sklearn.svm.SVC\nC: 1.0\n" }],
    },
  },
  wants: (file) => file.mentions("_target_"),
  run: ({ named }, report) => {
    for (const setting of named("_target_")) {
      const details = judge(setting.value);
      if (details !== undefined) report(setting, details);
    }
  },
});
