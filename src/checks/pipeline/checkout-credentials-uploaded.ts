import type { FindingDetails } from "../../core/index.ts";
import { input, type Step } from "../../formats/pipeline/view.ts";
import { defineCheck } from "../define.ts";

/** True for a path that takes the whole folder of the job in. */
function isWorkspace(path: string): boolean {
  return path
    .slice(0, 5_000)
    .split("\n")
    .some((line) =>
      /^(?:\.{1,2}\/?|\.\/\*\*?|\*\*?(?:\/\*)?|\$\{\{\s*github\.workspace\s*\}\}\/?|\.git(?:\/.*)?)$/.test(
        line.trim(),
      ),
    );
}

/** Before version 4.4 (August 2024) hidden files were uploaded too. */
function takesHidden(step: Step): boolean {
  if (input(step, "include-hidden-files")?.value === "true") return true;
  return /^v?[123](?:\.|$)/.test(step.uses?.ref ?? "");
}

function judge(checkout: Step, upload: Step): FindingDetails | undefined {
  const path = input(upload, "path");
  if (path === undefined || !isWorkspace(path.value)) return undefined;
  const isNew = /^v?(?:[6-9]|\d\d)(?:\.|$)/.test(checkout.uses?.ref ?? "");
  if (!takesHidden(upload) || isNew) return { severity: "low", audience: "pedantic" };
  return {};
}

export const checkoutCredentialsUploaded = defineCheck({
  meta: {
    id: "checkout-credentials-uploaded",
    code: "PV-CI-012",
    title: "The token of the checkout is uploaded with the artifacts",
    asset: "pipeline",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["zizmor:artipacked"],
    controls: ["CWE-522", "CWE-538", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "`actions/checkout` leaves the token in `.git/config`. Whoever downloads the artifact of a public repository before the job ends pushes with it.",
    mend: "Write `with:\\n  persist-credentials: false` at the checkout, and upload the folder that is meant: `path: dist/`.",
    blind: "A folder above the workspace; a later step that removes `.git`.",
    references: ["https://unit42.paloaltonetworks.com/github-repo-artifacts-leak-tokens/"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".github/workflows/train.yml",
          code: "on: push\njobs:\n  train:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v4\n      - uses: actions/upload-artifact@v4\n        with:\n          path: .\n          include-hidden-files: true\n",
        },
      ],
      clean: [
        {
          path: ".github/workflows/train.yml",
          code: "on: push\njobs:\n  train:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          persist-credentials: false\n      - uses: actions/upload-artifact@v4\n        with:\n          path: .\n          include-hidden-files: true\n",
        },
      ],
    },
  },
  wants: (file) => file.mentions("upload-artifact"),
  run: ({ jobs }, report) => {
    for (const { steps } of jobs) {
      const checkout = steps.find(
        (step) =>
          step.uses?.name === "actions/checkout" &&
          input(step, "persist-credentials")?.value.trim() !== "false",
      );
      if (checkout === undefined) continue;
      for (const step of steps) {
        if (step.uses?.name !== "actions/upload-artifact" || step.start < checkout.start) continue;
        const details = judge(checkout, step);
        if (details !== undefined) report(step.uses, { extent: step, ...details });
      }
    }
  },
});
