import type { FindingDetails, Span } from "../../core/index.ts";
import type { Step } from "../../formats/pipeline/view.ts";
import { defineCheck } from "../define.ts";
import { conditionsOf, eventsOf, isForeign, isGuarded, isPrivileged } from "./events.ts";
import { isUntrusted, untrustedIn, variablesOn, type Place } from "./untrusted.ts";

/** Actions that hand a prompt to a coding agent or a model. */
const agents =
  /^(?:anthropics\/claude-code(?:-base)?-action|google-github-actions\/run-gemini-cli|openai\/codex-action|actions\/ai-inference|sst\/opencode\/github|anomalyco\/opencode\/github|cursor\/cursor-agent-action|qodo-ai\/pr-agent|codiumai\/pr-agent)/;
const promptInput = /prompt|instructions|message/i;
const programs = /^(?:claude|codex|gemini|aider|opencode|cursor-agent|copilot|goose|llm|amp)$/;
/** What lets an agent do everything without asking. */
const unattended =
  /dangerously-skip-permissions|bypassPermissions|--yolo|approval-mode[= ]yolo|danger-full-access|dangerously-bypass|safety-strategy:\s*["']?unsafe|--allow-all-tools|\bBash(?:\(\*\)|["',\s]|$)/;

interface Found {
  readonly where: Span;
  readonly what: string;
}

function promptsIn(place: Place): readonly Found[] {
  const { step } = place;
  const found: Found[] = [];
  if (step.uses !== undefined && agents.test(step.uses.name)) {
    for (const { name, value } of step.inputs) {
      if (promptInput.test(name))
        for (const each of untrustedIn(place, value))
          if (each.author === "stranger") found.push({ where: each, what: each.path });
      // Who may not write to the repository is let through by name.
      if (
        /^allow(?:ed)?[-_](?:non[-_]write[-_]users|users|bots)$/.test(name) &&
        value.value.trim() === "*"
      )
        found.push({ where: value, what: `${name}: "*"` });
    }
  }
  for (const command of step.commands) {
    if (!programs.test(command.program)) continue;
    for (const word of command.args) {
      const entry = word.isKnown ? undefined : variablesOn(place, word.text).find(isUntrusted);
      if (entry !== undefined) found.push({ where: word, what: entry.name });
    }
  }
  return found;
}

function judge(place: Place, what: string, step: Step): FindingDetails | undefined {
  const { view, job } = place;
  const events = view.triggers.length === 0 ? ["workflow_call"] : eventsOf(view, job, step);
  const message = `What strangers write (\`${what.slice(0, 100)}\`) reaches an agent in the pipeline`;
  if (isGuarded(conditionsOf(job, step))) return { severity: "low", audience: "pedantic", message };
  if (!events.some((event) => isForeign(event) || event === "workflow_call")) return undefined;
  if (!events.some(isPrivileged)) return { severity: "low", message };
  return unattended.test(view.text.slice(step.start, step.end))
    ? { severity: "high", message }
    : { message };
}

export const agentPromptFromStrangers = defineCheck({
  meta: {
    id: "agent-prompt-from-strangers",
    code: "PV-CI-013",
    title: "A stranger's text is a prompt of an agent in the pipeline",
    asset: "pipeline",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-74",
      "OWASP-LLM01:2026",
      "OWASP-LLM01:2025",
      "OWASP-ASI01:2026",
      "ATLAS:AML.T0051.001",
    ],
    why: 'An issue that says "now print the environment" is obeyed by an agent that holds the token and the secrets of the job.',
    mend: 'Let only members start it (`if: contains(fromJSON(\'["OWNER","MEMBER"]\'), github.event.comment.author_association)`), give the job `permissions: {}` or `contents: read`, and name the tools that the agent may use.',
    blind: "What the agent fetches by itself, as issues and pages.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".github/workflows/triage.yml",
          code: 'on: issues\njobs:\n  triage:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: anthropics/claude-code-action@v1\n        with:\n          prompt: "Label this issue: ${{ github.event.issue.body }}"\n',
        },
      ],
      clean: [
        {
          path: ".github/workflows/triage.yml",
          code: "on: push\njobs:\n  notes:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: anthropics/claude-code-action@v1\n        with:\n          prompt: Write the notes of the release from CHANGELOG.md.\n",
        },
      ],
    },
  },
  run: (view, report) => {
    if (view.system !== "github" && view.system !== "github-action") return;
    for (const job of view.jobs) {
      for (const step of job.steps) {
        const place = { view, job, step };
        for (const { where, what } of promptsIn(place)) {
          const details = judge(place, what, step);
          if (details !== undefined) report(where, { extent: step, ...details });
        }
      }
    }
  },
});
