import type { FindingDetails } from "../../core/index.ts";
import type { Entry, PipelineSystem } from "../../formats/pipeline/view.ts";
import { isOn } from "../../formats/command/view.ts";
import { defineCheck } from "../define.ts";

function judge(system: PipelineSystem, { name, value }: Entry): FindingDetails | undefined {
  if (!isOn(value.value)) return undefined;
  if (system === "github" && name === "ACTIONS_ALLOW_UNSECURE_COMMANDS")
    return {
      severity: "medium",
      message: "Whatever a step prints may set variables of the steps that follow",
      aliases: ["zizmor:insecure-commands", "CKV_GHA_1"],
    };
  const isTrace =
    (system === "gitlab" && /^CI_DEBUG_(?:TRACE|SERVICES)$/.test(name)) ||
    (system === "github" && /^(?:ACTIONS_STEP_DEBUG|ACTIONS_RUNNER_DEBUG)$/.test(name)) ||
    (system === "azure" && name.toLowerCase() === "system.debug");
  if (!isTrace) return undefined;
  const message = `\`${name}\` writes what a job does, with its variables, to the log`;
  return system === "gitlab" ? { message } : { severity: "low", audience: "pedantic", message };
}

export const pipelineDebugOn = defineCheck({
  meta: {
    id: "pipeline-debug-on",
    code: "PV-CI-018",
    title: "A safety catch of the pipeline is off",
    asset: "pipeline",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GHA_1", "zizmor:insecure-commands", "poutine:debug_enabled"],
    controls: ["CWE-489", "CWE-532", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "`CI_DEBUG_TRACE` prints every variable, also those that would be masked; `ACTIONS_ALLOW_UNSECURE_COMMANDS` lets the output of a test set `PATH` (CVE-2020-15228).",
    mend: "Leave the variable out; set it by hand for the one run that needs it.",
    references: ["CVE-2020-15228"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".gitlab-ci.yml",
          code: 'variables:\n  CI_DEBUG_TRACE: "true"\ntrain:\n  script: [make train]\n',
        },
      ],
      clean: [
        {
          path: ".gitlab-ci.yml",
          code: 'variables:\n  CI_DEBUG_TRACE: "false"\ntrain:\n  script: [make train]\n',
        },
      ],
    },
  },
  run: ({ system, environment, jobs }, report) => {
    const entries = [
      ...environment,
      ...jobs.flatMap((job) => [
        ...job.environment,
        ...job.steps.flatMap((step) => step.environment),
      ]),
    ];
    for (const entry of entries) {
      const details = judge(system, entry);
      if (details !== undefined) report(entry, details);
    }
  },
});
