import type { FindingDetails } from "../../core/index.ts";
import type { Entry, Job, PipelineView } from "../../formats/pipeline/view.ts";
import { defineCheck } from "../define.ts";
import { isSecret } from "./secrets.ts";

/** What a job runs that others wrote: actions of third parties, and packages as they are installed. */
function othersIn(job: Job): string | undefined {
  for (const { uses, commands } of job.steps) {
    if (uses?.kind === "action" && !/^(?:actions|github)\//.test(uses.name))
      return `\`${uses.name}\``;
    const install = commands.find(
      ({ program, args }) =>
        /^(?:pip|uv|conda|mamba|npm|yarn|pnpm|poetry)$/.test(program) &&
        args.some(({ text }) => /^(?:install|sync|add|ci|create)$/.test(text)),
    );
    if (install !== undefined) return `what \`${install.program}\` installs`;
  }
  return undefined;
}

function judge(view: PipelineView, entry: Entry, job: Job | undefined): FindingDetails | undefined {
  const jobs = job === undefined ? view.jobs : [job];
  const steps = jobs.reduce((sum, each) => sum + each.steps.length, 0);
  // One step has it either way.
  if (steps < 2) return undefined;
  const other = jobs.map(othersIn).find((each) => each !== undefined);
  const scope = job === undefined ? "of all jobs" : "of the whole job";
  const message = `\`${entry.name}\` is in the environment ${scope}`;
  return other === undefined
    ? { audience: "audit", message }
    : { message: `${message}, where ${other.slice(0, 100)} reads it too` };
}

export const secretInWideEnvironment = defineCheck({
  meta: {
    id: "secret-in-wide-environment",
    code: "PV-CI-010",
    title: "Steps that don't need a secret have it in their environment",
    asset: "pipeline",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: [],
    controls: ["CWE-200", "CWE-522", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "The environment is the first thing that a package or an action that turned bad sends home.",
    mend: "Move it to the step that needs it: `- run: python upload.py\\n  env:\\n    HF_TOKEN: ${{ secrets.HF_TOKEN }}`.",
    blind: "Variables of the project or group of GitLab, which every job has.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".github/workflows/train.yml",
          code: "on: push\njobs:\n  train:\n    runs-on: ubuntu-24.04\n    env:\n      HF_TOKEN: ${{ secrets.HF_TOKEN }}\n    steps:\n      - run: pip install -r requirements.txt\n      - run: python upload.py\n",
        },
      ],
      clean: [
        {
          path: ".github/workflows/train.yml",
          code: "on: push\njobs:\n  train:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: pip install -r requirements.txt\n      - run: python upload.py\n        env:\n          HF_TOKEN: ${{ secrets.HF_TOKEN }}\n",
        },
      ],
    },
  },
  run: (view, report) => {
    if (view.system !== "github" && view.system !== "jenkins") return;
    const places: readonly (readonly [Job | undefined, readonly Entry[]])[] = [
      [undefined, view.environment],
      ...view.jobs.map((job) => [job, job.environment] as const),
    ];
    for (const [job, entries] of places) {
      for (const entry of entries) {
        const details = isSecret(entry) ? judge(view, entry, job) : undefined;
        if (details !== undefined) report(entry, details);
      }
    }
  },
});
