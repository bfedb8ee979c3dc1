import type { FindingDetails } from "../../core/index.ts";
import { defineCheck } from "../define.ts";
import { conditionsOf, eventsOf, isForeign, isGuarded, isPrivileged } from "./events.ts";
import { filledInAzure, filledInGitlab, filledInJenkins, namesOfStrangers } from "./filled.ts";
import { untrustedIn, type Place, type Untrusted } from "./untrusted.ts";

/** How much it counts, by who can start the step and whose text it is; undefined where nobody can. */
function judge(place: Place, found: Untrusted): FindingDetails | undefined {
  const { view, job, step } = place;
  const message = `\`${found.path}\` is pasted into a script before it runs`;
  if (view.system === "github-action" || view.triggers.length === 0) {
    return found.author === "stranger"
      ? { severity: "medium", message }
      : { severity: "low", audience: "pedantic", message };
  }
  const all = eventsOf(view, job, step);
  const events = all.filter(
    (name) => found.events.length === 0 || found.events.includes(name) || name === "workflow_call",
  );
  if (events.length === 0) return undefined;
  if (found.author === "writer") {
    // An input of a workflow that others call comes from wherever they take it.
    const isCalled = events.every((name) => name === "workflow_call");
    return {
      severity: "low",
      audience: "pedantic",
      ...(isCalled ? { confidence: "medium" } : {}),
      message,
    };
  }
  if (isGuarded(conditionsOf(job, step))) return { severity: "low", audience: "pedantic", message };
  if (events.some(isPrivileged)) return { severity: "high", message };
  // A pull request of a fork has no secrets, and brings code of its own anyway.
  return events.some(isForeign) || events.includes("workflow_call")
    ? { severity: "medium", message }
    : { severity: "low", audience: "pedantic", message };
}

export const pipelineScriptInjection = defineCheck({
  meta: {
    id: "pipeline-script-injection",
    code: "PV-CI-004",
    title: "Text of strangers is pasted into a script of the pipeline",
    asset: "pipeline",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [
      "zizmor:template-injection",
      "CKV_GHA_2",
      "poutine:injection",
      "actionlint:expression",
    ],
    controls: [
      "CWE-94",
      "CWE-78",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.001",
    ],
    why: "The text becomes part of the script: a title or a branch named `$(curl …|sh)` runs with the token and the secrets of the job. So Ultralytics was made to release a miner in December 2024.",
    mend: 'Hand it over as a variable, which stays text: `env:\\n  TITLE: ${{ github.event.issue.title }}` and `"$TITLE"` in the script. In Jenkins write the script in single quotes.',
    blind:
      "Outputs of steps and jobs, but for well-known actions and what a step writes of a variable; scripts in files.",
    references: [
      "https://docs.github.com/en/actions/security-for-github-actions/security-guides/security-hardening-for-github-actions",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".github/workflows/triage.yml",
          code: 'on: issues\njobs:\n  label:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: python label.py "${{ github.event.issue.title }}"\n',
        },
      ],
      clean: [
        {
          path: ".github/workflows/triage.yml",
          code: 'on: issues\njobs:\n  label:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: python label.py "$TITLE"\n        env:\n          TITLE: ${{ github.event.issue.title }}\n',
        },
      ],
    },
  },
  run: (view, report) => {
    const strangers = view.system === "jenkins" ? namesOfStrangers(view.text) : new Set<string>();
    for (const job of view.jobs) {
      for (const step of job.steps) {
        for (const script of step.scripts) {
          if (view.system === "github" || view.system === "github-action") {
            const place = { view, job, step };
            for (const found of untrustedIn(place, script)) {
              const details = judge(place, found);
              if (details !== undefined) report(found, { extent: step, ...details });
            }
          } else {
            const others =
              view.system === "jenkins"
                ? filledInJenkins(script, strangers)
                : view.system === "azure"
                  ? filledInAzure(script)
                  : filledInGitlab(script, step.commands);
            for (const { where, ...details } of others) report(where, { extent: step, ...details });
          }
        }
      }
    }
  },
});
