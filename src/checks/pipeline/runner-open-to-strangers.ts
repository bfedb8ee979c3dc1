import type { FindingDetails } from "../../core/index.ts";
import type { Job, PipelineView, Text } from "../../formats/pipeline/view.ts";
import { defineCheck } from "../define.ts";
import { conditionsOf, eventsOf, isForeign, isGuarded } from "./events.ts";

/** Machines of GitHub and of services that throw them away after every job. */
const hosted =
  /^(?:(?:ubuntu|windows|macos)-[\w.-]+|buildjet-|depot-|namespace-|nscloud-|blacksmith-|warp-|ubicloud|cirun-|codebuild-|runs-on[=,/]|machine=|garm-|arc-runner)/i;

function judge(view: PipelineView, job: Job): { where: Text; details: FindingDetails } | undefined {
  if (isGuarded(conditionsOf(job))) return undefined;
  const events = eventsOf(view, job).filter(isForeign);
  const event = events.find((name) => name !== "pull_request") ?? events[0];
  if (event === undefined) return undefined;
  const own = job.runner.find(({ value }) => /^self-hosted$/i.test(value.trim()));
  const message = `Jobs that \`${event}\` starts run on a machine of your own`;
  if (own !== undefined) {
    const isTarget = event !== "pull_request";
    const details: FindingDetails = isTarget
      ? { severity: "high", confidence: "medium", message }
      : { message };
    return { where: own, details };
  }
  const where = job.runner.find(
    ({ value }) => !value.includes("${{") && value.trim() !== "" && !hosted.test(value.trim()),
  );
  if (where === undefined || job.runner.some(({ value }) => hosted.test(value.trim())))
    return undefined;
  // The name alone does not say whether the machine is thrown away afterwards.
  return {
    where,
    details: {
      severity: "low",
      audience: "pedantic",
      confidence: "low",
      message: `Jobs that \`${event}\` starts run on \`${where.value.trim().slice(0, 80)}\`, which is no machine of GitHub`,
    },
  };
}

export const runnerOpenToStrangers = defineCheck({
  meta: {
    id: "runner-open-to-strangers",
    code: "PV-CI-006",
    title: "A machine of your own runs jobs that strangers start",
    asset: "pipeline",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: ["zizmor:self-hosted-runner", "poutine:pr_runs_on_self_hosted"],
    controls: [
      "CWE-250",
      "CWE-653",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.001",
    ],
    why: "A fork brings code that runs on the machine and stays there: it sees the next job, its secrets, its models and its GPU. PyTorch's release runners were taken over that way in 2023.",
    mend: "Run requests on hosted machines (`runs-on: ubuntu-24.04`), or on ephemeral runners in a group of their own; else start the job only for branches of the repository: `if: github.event.pull_request.head.repo.full_name == github.repository`.",
    blind:
      "Whether the runner is thrown away after each job; who has to approve runs of forks (Settings, Actions); labels in expressions.",
    references: [
      "https://docs.github.com/en/actions/security-for-github-actions/security-guides/security-hardening-for-github-actions#hardening-for-self-hosted-runners",
      "https://johnstawinski.com/2024/01/11/playing-with-fire-how-we-executed-a-critical-supply-chain-attack-on-pytorch/",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".github/workflows/gpu.yml",
          code: "on: pull_request\njobs:\n  gpu:\n    runs-on: [self-hosted, gpu]\n    steps:\n      - run: pytest -m gpu\n",
        },
      ],
      clean: [
        {
          path: ".github/workflows/gpu.yml",
          code: "on: pull_request\njobs:\n  gpu:\n    if: github.event.pull_request.head.repo.full_name == github.repository\n    runs-on: [self-hosted, gpu]\n    steps:\n      - run: pytest -m gpu\n",
        },
      ],
    },
  },
  run: (view, report) => {
    if (view.system !== "github") return;
    for (const job of view.jobs) {
      const found = judge(view, job);
      if (found !== undefined) report(found.where, found.details);
    }
  },
});
