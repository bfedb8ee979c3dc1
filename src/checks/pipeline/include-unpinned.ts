import type { FindingDetails } from "../../core/index.ts";
import type { PipelineSystem, Use } from "../../formats/pipeline/view.ts";
import { defineCheck } from "../define.ts";

const commit = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;

function judge(system: PipelineSystem, use: Use): FindingDetails | undefined {
  const { name, ref = "" } = use;
  if (ref.includes("$") || name.includes("$[[")) return undefined;
  if (/^https?:/.test(name)) {
    if (ref !== "" || /\/[0-9a-f]{40}\//.test(name)) return undefined;
    return {
      severity: "medium",
      message: `Pipeline code comes from \`${name.slice(0, 200)}\` without a digest`,
    };
  }
  if (commit.test(ref)) return undefined;
  const label = name.slice(0, 200);
  if (ref === "" || /^~latest$|^latest$|^(?:refs\/heads\/|main$|master$|develop$)/.test(ref)) {
    // Without a version Jenkins takes the one that its administrator set.
    if (ref === "" && system === "jenkins")
      return {
        severity: "low",
        audience: "audit",
        message: `The library \`${label}\` is whatever version the server says`,
      };
    const moving = ref === "" ? "its default branch" : `\`${ref}\``;
    // Mostly it is a project beside this one, whose members are trusted with more than this.
    return {
      severity: "low",
      audience: "pedantic",
      message: `Pipeline code of \`${label}\` is whatever ${moving} holds today`,
    };
  }
  return {
    severity: "low",
    audience: "audit",
    message: `Pipeline code of \`${label}\` is named by \`${ref.slice(0, 100)}\`, which can be moved`,
  };
}

export const includeUnpinned = defineCheck({
  meta: {
    id: "include-unpinned",
    code: "PV-CI-002",
    title: "Pipeline code of others is not named by its commit",
    asset: "pipeline",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-829",
      "CWE-494",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.001",
    ],
    why: "Whoever can change it there runs code here, with the secrets and runners of this project.",
    mend: "GitLab: `ref: <40 hex>` beside `project`, `integrity: sha256-…` beside `remote`, a commit after `@` of a component. Azure: `ref: refs/tags/…` of a protected tag. Jenkins: `@Library('name@<40 hex>')`.",
    blind: "What is included by the included file.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".gitlab-ci.yml",
          code: "include:\n  - remote: https://templates.riverbank.example/train.yml\ntrain:\n  script: [make train]\n",
        },
      ],
      clean: [
        {
          path: ".gitlab-ci.yml",
          code: "include:\n  - project: ml/templates\n    ref: 0f3a1c2b4d5e6f708192a3b4c5d6e7f809182736\n    file: /train.yml\ntrain:\n  script: [make train]\n",
        },
      ],
    },
  },
  run: ({ system, includes }, report) => {
    for (const use of includes) {
      const details = judge(system, use);
      if (details !== undefined) report(use, details);
    }
  },
});
