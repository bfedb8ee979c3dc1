import type { PythonValue } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { downloadBehind } from "./artifacts.ts";

/** Functions that import and call whatever a configuration names. */
const instantiators = [
  "hydra.utils.instantiate",
  "hydra.utils.call",
  "hydra.utils.get_class",
  "hydra.utils.get_method",
  "hydra.utils.get_object",
  "hydra._internal.instantiate._instantiate2.instantiate",
] as const;

/** Loaders of configuration files that call what the file names. */
const loaders: ReadonlyMap<string, string> = new Map([
  [
    "hyperpyyaml.load_hyperpyyaml",
    "load_hyperpyyaml calls whatever function the file names (`!new:`, `!apply:`)",
  ],
  ["mmengine.Config.fromfile", "An mmengine configuration is Python, and runs when it is read"],
  [
    "mmengine.config.Config.fromfile",
    "An mmengine configuration is Python, and runs when it is read",
  ],
  ["mmcv.Config.fromfile", "An mmcv configuration is Python, and runs when it is read"],
  ["detectron2.config.LazyConfig.load", "A lazy configuration is Python, and runs when it is read"],
]);

/** A file, or something in a checkpoint, that may come from elsewhere. */
const files =
  /^(?:omegaconf\.OmegaConf\.(?:load|create)|yaml\.\w+|json\.loads?|toml\w*\.loads?|torch\.load|safetensors\.)/;

/** True where the configuration is read from a file in this very function or module. */
function isFromFile(config: PythonValue): boolean {
  return files.test(config.name()) || downloadBehind(config) !== undefined;
}

export const configChoosesCode = defineCheck({
  meta: {
    id: "config-chooses-code",
    code: "PV-CODE-118",
    title: "A configuration file decides which code runs",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-470",
      "CWE-94",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0011.000",
    ],
    why: "`_target_: os.system` in a model's metadata runs a command: the configuration is a program, and models bring their own.",
    mend: "Compare `_target_` with a list of your own classes before it is instantiated; never instantiate a configuration that comes with a model.",
    blind: "Configurations that come in as a parameter are for a reviewer (`--audience audit`).",
    references: [
      "CVE-2025-23304",
      "https://unit42.paloaltonetworks.com/rce-vulnerabilities-in-ai-python-libraries/",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from hydra.utils import instantiate\nfrom omegaconf import OmegaConf\nmodel = instantiate(OmegaConf.load("model.yaml"))\n',
        },
      ],
      clean: [{ code: 'from omegaconf import OmegaConf\nconfig = OmegaConf.load("model.yaml")\n' }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...instantiators)) {
      const config = call.argument(0, "config");
      if (config !== undefined && isFromFile(config)) report(call);
      else {
        report(call, {
          severity: "low",
          audience: "audit",
          message: "Hydra calls whatever the configuration names; who writes it decides what runs",
        });
      }
    }
    for (const call of calls(...loaders.keys())) {
      const isRemote = downloadBehind(call.positional(0)) !== undefined;
      const message = loaders.get(call.name);
      report(
        call,
        isRemote
          ? { severity: "high", message }
          : { severity: "low", audience: "pedantic", message },
      );
    }
  },
});
