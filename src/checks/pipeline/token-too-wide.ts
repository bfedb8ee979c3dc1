import type { FindingDetails, Span } from "../../core/index.ts";
import type { Permissions, PipelineView } from "../../formats/pipeline/view.ts";
import { defineCheck } from "../define.ts";
import { isPrivileged } from "./events.ts";

/** Rights with which code, packages or releases of the repository are changed. */
const strong = new Set([
  "contents",
  "packages",
  "actions",
  "id-token",
  "deployments",
  "attestations",
]);

function* judge(view: PipelineView): Generator<{ where: Span; details: FindingDetails }> {
  const { permissions, jobs, triggers } = view;
  const all: readonly (Permissions | undefined)[] = [
    permissions,
    ...jobs.map((job) => job.permissions),
  ];
  for (const each of all)
    if (each?.all === "write")
      yield {
        where: each,
        details: { severity: "medium", message: "The token of the job may write everything" },
      };
  if (permissions === undefined) {
    const first = jobs.find((job) => job.permissions === undefined && job.uses === undefined);
    if (first === undefined) return;
    const event = triggers.find(({ name }) => isPrivileged(name));
    const where = { start: first.start, end: first.start + first.id.length };
    const message =
      "No `permissions` are set: the token has those that the repository gives to all";
    yield event === undefined
      ? { where, details: { severity: "low", audience: "pedantic", message } }
      : {
          where,
          details: {
            severity: "low",
            message: `${message}, also where \`${event.name}\` starts it`,
          },
        };
    return;
  }
  // With one job it is the same whether it or the workflow has them.
  if (jobs.length < 2) return;
  for (const scope of permissions.scopes)
    if (scope.access === "write" && strong.has(scope.name))
      yield {
        where: scope,
        details: {
          severity: "low",
          audience: "pedantic",
          message: `Every job of the workflow has \`${scope.name}: write\``,
        },
      };
}

export const tokenTooWide = defineCheck({
  meta: {
    id: "token-too-wide",
    code: "PV-CI-007",
    title: "The token of a job has more rights than it needs",
    asset: "pipeline",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [
      "zizmor:excessive-permissions",
      "CKV2_GHA_1",
      "poutine:default_permissions_on_risky_events",
      "actionlint:permissions",
    ],
    controls: ["CWE-250", "CWE-269", "OWASP-LLM04:2026", "OWASP-LLM03:2025", "OWASP-ML06:2023"],
    why: "One action or package that turns bad pushes code and releases, or publishes packages, in the name of the repository.",
    mend: "Write `permissions: {}` at the top and give each job what it needs: `permissions:\\n  contents: read`.",
    blind: "What the repository or the organisation gives where nothing is written.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".github/workflows/train.yml",
          code: "on: push\npermissions: write-all\njobs:\n  train:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make train\n",
        },
      ],
      clean: [
        {
          path: ".github/workflows/train.yml",
          code: "on: push\npermissions:\n  contents: read\njobs:\n  train:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make train\n",
        },
      ],
    },
  },
  run: (view, report) => {
    if (view.system !== "github") return;
    for (const { where, details } of judge(view)) report(where, details);
  },
});
