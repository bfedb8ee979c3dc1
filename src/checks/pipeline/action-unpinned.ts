import type { FindingDetails } from "../../core/index.ts";
import type { Use } from "../../formats/pipeline/view.ts";
import { defineCheck } from "../define.ts";

/** Owners who keep the machines themselves: who takes them over needs no action. */
const platform = /^(?:actions|github)\//;
/** Makers of clouds, tools and model hubs who publish the action for their own product. */
const makers =
  /^(?:docker|aws-actions|azure|google-github-actions|hashicorp|pypa|astral-sh|huggingface|pytorch|tensorflow|nvidia|wandb|anthropics|openai|aquasecurity|anchore|sigstore|slsa-framework|step-security|codecov|sonarsource|microsoft|oracle-actions|databricks|kubernetes|helm|conda-incubator|mamba-org|prefix-dev|prefect|iterative|replicate|ruby|rust-lang|gradle|julia-actions|r-lib|cloudflare|bufbuild|denoland|oven-sh|goreleaser|golangci)\//;

/** How an action is named that is not named by its commit; undefined where it is. */
function judge({ name, ref, kind }: Use): FindingDetails | undefined {
  const what = kind === "workflow" ? "workflow" : "action";
  if (ref === undefined)
    return { severity: "medium", message: `The ${what} \`${name}\` is used without a version` };
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(ref) || ref.includes("${{")) return undefined;
  const isVersion = /\d/.test(ref) && /^(?:release\/)?(?!main|master)[\w.+-]{1,100}$/.test(ref);
  if (isVersion) {
    const message = `The ${what} \`${name}\` is named by the tag \`${ref}\`, which its owner can move`;
    return platform.test(name) || makers.test(name)
      ? { severity: "low", audience: "pedantic", message }
      : { severity: "low", message };
  }
  const message = `The ${what} \`${name}\` is whatever \`${ref}\` holds today`;
  return platform.test(name)
    ? { severity: "low", audience: "pedantic", message }
    : { severity: "medium", message };
}

export const actionUnpinned = defineCheck({
  meta: {
    id: "action-unpinned",
    code: "PV-CI-001",
    title: "An action is not named by its commit",
    asset: "pipeline",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["zizmor:unpinned-uses"],
    controls: [
      "CWE-829",
      "CWE-494",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.001",
    ],
    why: "Tags and branches can be moved: in March 2025 every tag of `tj-actions/changed-files` was pointed at a commit that wrote the secrets of 23,000 repositories into their logs.",
    mend: "Name the commit and keep the version as a comment: `uses: owner/name@<40 hex> # v4.1.2`; Dependabot and Renovate keep both up to date.",
    blind: "Whether the commit belongs to that repository; actions that an action uses by itself.",
    references: ["CVE-2025-30066", "CVE-2025-30154"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".github/workflows/train.yml",
          code: "on: push\njobs:\n  train:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: riverbank/upload-model@main\n",
        },
      ],
      clean: [
        {
          path: ".github/workflows/train.yml",
          code: "on: push\njobs:\n  train:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: riverbank/upload-model@0f3a1c2b4d5e6f708192a3b4c5d6e7f809182736 # v2.1.0\n",
        },
      ],
    },
  },
  run: ({ system, jobs }, report) => {
    if (system !== "github" && system !== "github-action") return;
    for (const job of jobs) {
      for (const use of [job.uses, ...job.steps.map(({ uses }) => uses)]) {
        if (use === undefined || (use.kind !== "action" && use.kind !== "workflow")) continue;
        const details = judge(use);
        if (details !== undefined) report(use, details);
      }
    }
  },
});
