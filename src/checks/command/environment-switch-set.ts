import { defineCheck } from "../define.ts";
import { thrownSwitch } from "../code/environment-switches.ts";

export const environmentSwitchSet = defineCheck({
  meta: {
    id: "environment-switch-set",
    code: "PV-CMD-023",
    title: "A variable that turns a protection off is set",
    asset: "command",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-693", "OWASP-LLM04:2026", "OWASP-LLM03:2025", "OWASP-ML06:2023"],
    why: "The switch works for every program that is started with it: all of them lose the protection, not only the one that needed it.",
    mend: "Remove it, and mend the one place that fails: name the classes that may be loaded, install the missing certificate, or pin and review the code.",
    blind:
      "Python files, which `environment-switch-off-safety` reads, and values that come from elsewhere.",
    references: ["https://docs.pytorch.org/docs/stable/miscellaneous_environment_variables.html"],
    since: "0.1.0",
    examples: {
      found: [{ path: ".env", code: "TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD=1\n" }],
      clean: [{ path: ".env", code: "TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD=0\n" }],
    },
  },
  run: ({ kind, environment }, report) => {
    if (kind === "python" || kind === "notebook") return;
    for (const set of environment) {
      if (!set.value.isKnown) continue;
      const thrown = thrownSwitch(set.name, set.value.text);
      if (thrown === undefined) continue;
      const { severity, controls, effect, name, audience } = thrown;
      report(set, {
        severity,
        controls,
        message: `\`${name}\` ${effect}`,
        ...(audience === undefined ? {} : { audience }),
      });
    }
  },
});
