import type { FindingDetails, Span } from "../../core/index.ts";
import { input, type Job, type PipelineView, type Step } from "../../formats/pipeline/view.ts";
import { defineCheck } from "../define.ts";
import { conditionsOf, eventsOf, isGuarded, isLabelled, isPrivileged } from "./events.ts";
import { contextsOf, expressionsIn } from "./expressions.ts";
import { untrustedIn, type Place } from "./untrusted.ts";

/** Commits and repositories of a request that a stranger opened. */
const heads =
  /^github\.(?:head_ref|event\.(?:pull_request\.(?:head\.(?:sha|ref|label)|merge_commit_sha|number)|number|issue\.number|workflow_run\.(?:head_sha|head_branch|head_commit\.id|pull_requests\.\*\.head\.(?:sha|ref))))$/;
const repositories =
  /^github\.event\.(?:pull_request\.head\.repo\.(?:full_name|clone_url)|workflow_run\.head_repository\.full_name)$/;

const named = (value: string, pattern: RegExp): boolean =>
  contextsOf(value).some(({ path }) => pattern.test(path));

/** Where a step fetches the code of the request. */
function checkoutOf(place: Place): Span | undefined {
  const { step } = place;
  if (step.uses?.name === "actions/checkout") {
    for (const [name, pattern] of [
      ["ref", heads],
      ["repository", repositories],
    ] as const) {
      const text = input(step, name);
      if (text === undefined) continue;
      // A number alone is a place in `refs/pull/<number>/head`.
      if (/^\s*refs\/pull\//.test(text.value)) return text;
      const found = expressionsIn(text).find(({ body }) => named(body, pattern));
      if (untrustedIn(place, text).some(({ author }) => author === "stranger")) return text;
      if (found !== undefined && !/number\s*\}\}\s*$/.test(text.value)) return text;
    }
    return undefined;
  }
  for (const command of step.commands) {
    const words = command.args.map(({ text }) => text);
    if (command.program === "gh" && words[0] === "pr" && words[1] === "checkout") return command;
    const isFetch =
      command.program === "git" && words.some((each) => /^(?:fetch|pull)$/.test(each));
    if (isFetch && words.some((each) => /^(?:\+?refs\/)?pull\/.{1,300}/.test(each))) return command;
  }
  return undefined;
}

/** True for a step that runs something out of the folder that was checked out. */
function runsCode({ scripts, uses }: Step): boolean {
  if (scripts.some(({ language }) => language !== "javascript")) return true;
  return (
    uses?.kind === "local" ||
    /^(?:pre-commit\/action|actions\/setup-(?:python|node))$/.test(uses?.name ?? "")
  );
}

function hasSecrets({ text }: PipelineView, { start, end }: Job): boolean {
  return /\$\{\{[^}\n]{0,200}\bsecrets\b/.test(text.slice(start, end));
}

/** Steps of one job that are judged; nobody fetches the same code more often. */
const maxCheckouts = 20;

function judge(view: PipelineView, job: Job, at: number): FindingDetails | undefined {
  const step = job.steps[at]!;
  const events = eventsOf(view, job, step).filter(isPrivileged);
  // That whose request is spoken of, where there are several.
  const isOfRequest = view.text.slice(step.start, step.end).includes("pull_request");
  const event =
    isOfRequest && events.includes("pull_request_target") ? "pull_request_target" : events[0];
  if (event === undefined) return undefined;
  const conditions = conditionsOf(job, step);
  const permissions = job.permissions ?? view.permissions;
  const message = `The code of whoever started \`${event}\` is fetched with the rights of the repository`;
  if (isGuarded(conditions)) return { severity: "low", audience: "pedantic", message };
  const later = job.steps.slice(at + 1).filter(runsCode);
  if (later.length === 0) return { severity: "medium", confidence: "medium", message };
  const whole = `${message}, and run`;
  // Whoever puts the label on looks at one commit; the next one is run as well.
  if (isLabelled(conditions) || job.isGuardedByEnvironment)
    return { severity: "medium", confidence: "medium", message: whole };
  const readsOnly =
    permissions !== undefined &&
    (permissions.all === "none" ||
      permissions.all === "read" ||
      (permissions.all === undefined &&
        permissions.scopes.every(({ access }) => access !== "write")));
  return readsOnly && !hasSecrets(view, job)
    ? { severity: "medium", message: whole }
    : { message: whole };
}

export const pullRequestCodeTrusted = defineCheck({
  meta: {
    id: "pull-request-code-trusted",
    code: "PV-CI-005",
    title: "Code of strangers is run with the rights of the repository",
    asset: "pipeline",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["zizmor:dangerous-triggers", "poutine:untrusted_checkout_exec"],
    controls: [
      "CWE-829",
      "CWE-250",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.001",
    ],
    why: "`pull_request_target`, `issue_comment` and `workflow_run` have the secrets and a token that writes. A request of a fork brings its own `setup.py`, tests or `conftest.py`, which then run with them.",
    mend: "Build and test requests with `on: pull_request`. What needs rights (labels, comments) goes into a second workflow that takes only data from the first, never its code.",
    blind:
      "Branches that are named by the output of a step, but for well-known actions; what an artifact of the other workflow brings.",
    references: [
      "https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".github/workflows/test.yml",
          code: "on: pull_request_target\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}\n      - run: pip install -e . && pytest\n",
        },
      ],
      clean: [
        {
          path: ".github/workflows/test.yml",
          code: "on: pull_request\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}\n      - run: pip install -e . && pytest\n",
        },
      ],
    },
  },
  wants: (file) =>
    ["pull_request_target", "workflow_run", "issue_comment", "issues", "discussion"].some((each) =>
      file.mentions(each),
    ),
  run: (view, report) => {
    if (view.system !== "github") return;
    for (const job of view.jobs) {
      let left = maxCheckouts;
      for (const [at, step] of job.steps.entries()) {
        const where = left > 0 ? checkoutOf({ view, job, step }) : undefined;
        if (where !== undefined) left--;
        const details = where === undefined ? undefined : judge(view, job, at);
        if (where !== undefined && details !== undefined)
          report(where, { extent: step, ...details });
      }
    }
  },
});
