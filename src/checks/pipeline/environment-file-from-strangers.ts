import type { FindingDetails } from "../../core/index.ts";
import { defineCheck } from "../define.ts";
import { conditionsOf, eventsOf, isGuarded, isPrivileged } from "./events.ts";
import { isUntrusted, variablesOn, type Place } from "./untrusted.ts";

function judge({ view, job, step }: Place, name: string): FindingDetails | undefined {
  const message = `\`${name}\` holds what strangers write, and is written to the variables of all later steps`;
  if (isGuarded(conditionsOf(job, step))) return { severity: "low", audience: "pedantic", message };
  const events = eventsOf(view, job, step);
  if (events.some(isPrivileged)) return { message };
  return events.some((event) => event.startsWith("pull_request"))
    ? { severity: "low", message }
    : undefined;
}

export const environmentFileFromStrangers = defineCheck({
  meta: {
    id: "environment-file-from-strangers",
    code: "PV-CI-014",
    title: "Text of strangers is written to the variables of later steps",
    asset: "pipeline",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: ["zizmor:github-env"],
    controls: ["CWE-74", "CWE-426", "OWASP-LLM04:2026", "OWASP-LLM03:2025", "OWASP-ML06:2023"],
    why: "A line break in the text begins another variable: `LD_PRELOAD`, `BASH_ENV` or `PYTHONPATH` run code in every step that follows.",
    mend: "Hand the value to the steps that need it by `env:`, or write it to `GITHUB_OUTPUT`, on one line: `${TITLE//[$'\\\\n\\\\r']/ }`.",
    blind: "What a program writes by itself; values that come from files.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".github/workflows/name.yml",
          code: 'on: issues\njobs:\n  name:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo "TITLE=$TITLE" >> "$GITHUB_ENV"\n        env:\n          TITLE: ${{ github.event.issue.title }}\n',
        },
      ],
      clean: [
        {
          path: ".github/workflows/name.yml",
          code: 'on: issues\njobs:\n  name:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo "NUMBER=$NUMBER" >> "$GITHUB_ENV"\n        env:\n          NUMBER: ${{ github.event.issue.number }}\n',
        },
      ],
    },
  },
  wants: (file) => file.mentions("GITHUB_ENV") || file.mentions("GITHUB_PATH"),
  run: (view, report) => {
    if (view.system !== "github") return;
    for (const job of view.jobs) {
      for (const step of job.steps) {
        const place = { view, job, step };
        for (const { value, place: placeOf } of step.scripts) {
          if (!/GITHUB_(?:ENV|PATH)/.test(value)) continue;
          let at = 0;
          for (const line of value.split("\n")) {
            const isWritten =
              />>?.{0,40}GITHUB_(?:ENV|PATH)\b|GITHUB_(?:ENV|PATH)\b.{0,40}\|\s*tee/.test(
                line.slice(0, 5_000),
              ) || /tee\s.{0,40}GITHUB_(?:ENV|PATH)\b/.test(line.slice(0, 5_000));
            const entry = isWritten ? variablesOn(place, line).find(isUntrusted) : undefined;
            const details = entry === undefined ? undefined : judge(place, entry.name);
            const where = placeOf(at + (line.length - line.trimStart().length), at + line.length);
            if (details !== undefined) report(where, { extent: step, ...details });
            at += line.length + 1;
          }
        }
      }
    }
  },
});
