import type { FindingDetails } from "../../core/index.ts";
import type { Text } from "../../formats/pipeline/view.ts";
import { defineCheck } from "../define.ts";
import { contextsOf, expressionsIn } from "./expressions.ts";

function judge(body: string): FindingDetails | undefined {
  for (const { path, isWhole } of contextsOf(body)) {
    if (path === "secrets" && isWhole)
      return { message: "Every secret of the repository is written out at once" };
    if (path === "secrets.*")
      return {
        severity: "low",
        audience: "pedantic",
        message: "Which secret it is comes out when it runs: the runner is sent all of them",
      };
  }
  return undefined;
}

export const secretsHandedOverWhole = defineCheck({
  meta: {
    id: "secrets-handed-over-whole",
    code: "PV-CI-009",
    title: "A step is given every secret",
    asset: "pipeline",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["zizmor:overprovisioned-secrets", "poutine:job_all_secrets"],
    controls: ["CWE-200", "CWE-522", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "One package or action that turns bad in this step has all of them, those of other systems too.",
    mend: "Name the one that is needed: `HF_TOKEN: ${{ secrets.HF_TOKEN }}`.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".github/workflows/train.yml",
          code: "on: push\njobs:\n  train:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: python train.py\n        env:\n          ALL: ${{ toJSON(secrets) }}\n",
        },
      ],
      clean: [
        {
          path: ".github/workflows/train.yml",
          code: "on: push\njobs:\n  train:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: python train.py\n        env:\n          HF_TOKEN: ${{ secrets.HF_TOKEN }}\n",
        },
      ],
    },
  },
  wants: (file) => file.mentions("secrets"),
  run: ({ system, environment, jobs }, report) => {
    if (system !== "github") return;
    const texts: Text[] = environment.map(({ value }) => value);
    for (const job of jobs) {
      texts.push(...job.environment.map(({ value }) => value));
      for (const step of job.steps)
        texts.push(
          ...[...step.environment, ...step.inputs].map(({ value }) => value),
          ...step.scripts,
        );
    }
    for (const text of texts) {
      for (const found of expressionsIn(text)) {
        const details = judge(found.body);
        if (details !== undefined) report(found, details);
      }
    }
  },
});
