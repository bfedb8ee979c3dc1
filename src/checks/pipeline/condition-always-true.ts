import type { Text } from "../../formats/pipeline/view.ts";
import { defineCheck } from "../define.ts";

/** True where something stands beside `${{ … }}`: then the whole is a text, and a text is true. */
function isText({ value }: Text): boolean {
  const start = value.indexOf("${{");
  if (start < 0) return false;
  const end = value.indexOf("}}", start);
  return end > 0 && (start > 0 || end + 2 < value.length);
}

export const conditionAlwaysTrue = defineCheck({
  meta: {
    id: "condition-always-true",
    code: "PV-CI-015",
    title: "A condition is always true",
    asset: "pipeline",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["zizmor:unsound-condition", "poutine:if_always_true", "actionlint:if-cond"],
    controls: ["CWE-670", "OWASP-LLM04:2026", "OWASP-LLM03:2025", "OWASP-ML06:2023"],
    why: "What stands beside `${{ }}`, even the line break that `|` leaves at the end, makes the condition a text, and every text is true: the guard lets all through.",
    mend: "Write the condition without `${{ }}`, or everything inside of it; `if: >-` leaves no line break.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".github/workflows/deploy.yml",
          code: "on: push\njobs:\n  deploy:\n    if: ${{ github.ref == 'refs/heads/main' }} && ${{ github.actor == 'release' }}\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make deploy\n",
        },
      ],
      clean: [
        {
          path: ".github/workflows/deploy.yml",
          code: "on: push\njobs:\n  deploy:\n    if: ${{ github.ref == 'refs/heads/main' && github.actor == 'release' }}\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make deploy\n",
        },
      ],
    },
  },
  run: ({ system, jobs }, report) => {
    if (system !== "github" && system !== "github-action") return;
    for (const job of jobs)
      for (const condition of [job.condition, ...job.steps.map((step) => step.condition)])
        if (condition !== undefined && isText(condition)) report(condition);
  },
});
