import { defineCheck } from "../define.ts";
import { isPrivileged } from "./events.ts";

const actor =
  /github\.(?:actor|triggering_actor)\s*==\s*'[\w-]+\[bot\]'|'[\w-]+\[bot\]'\s*==\s*github\.(?:actor|triggering_actor)\b/;

export const botConditionSpoofable = defineCheck({
  meta: {
    id: "bot-condition-spoofable",
    code: "PV-CI-016",
    title: "A step trusts whoever made a bot act last",
    asset: "pipeline",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: ["zizmor:bot-conditions", "poutine:confused_deputy_auto_merge"],
    controls: ["CWE-290", "CWE-441", "OWASP-LLM04:2026", "OWASP-LLM03:2025", "OWASP-ML06:2023"],
    why: "`github.actor` is who acted last, not who wrote the code: a stranger lets Dependabot rebase a request that holds commits of their own, and it is merged.",
    mend: "Ask for the author: `github.event.pull_request.user.login == 'dependabot[bot]'`, together with `github.event.pull_request.head.repo.full_name == github.repository`.",
    references: ["https://www.synacktiv.com/publications/github-actions-exploitation-dependabot"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".github/workflows/merge.yml",
          code: "on: pull_request_target\njobs:\n  merge:\n    if: github.actor == 'dependabot[bot]'\n    runs-on: ubuntu-24.04\n    steps:\n      - run: gh pr merge --auto --squash \"$URL\"\n        env:\n          URL: ${{ github.event.pull_request.html_url }}\n",
        },
      ],
      clean: [
        {
          path: ".github/workflows/merge.yml",
          code: "on: pull_request_target\njobs:\n  merge:\n    if: github.event.pull_request.user.login == 'dependabot[bot]'\n    runs-on: ubuntu-24.04\n    steps:\n      - run: gh pr merge --auto --squash \"$URL\"\n        env:\n          URL: ${{ github.event.pull_request.html_url }}\n",
        },
      ],
    },
  },
  wants: (file) => file.mentions("[bot]"),
  run: ({ system, jobs, triggers }, report) => {
    if (system !== "github" || !triggers.some(({ name }) => isPrivileged(name))) return;
    for (const job of jobs) {
      for (const condition of [job.condition, ...job.steps.map((step) => step.condition)]) {
        if (condition === undefined || !actor.test(condition.value.slice(0, 5_000))) continue;
        if (!condition.value.includes("user.login")) report(condition);
      }
    }
  },
});
