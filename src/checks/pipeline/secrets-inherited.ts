import { defineCheck } from "../define.ts";

export const secretsInherited = defineCheck({
  meta: {
    id: "secrets-inherited",
    code: "PV-CI-008",
    title: "Another workflow is given every secret",
    asset: "pipeline",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["zizmor:secrets-inherit"],
    controls: ["CWE-200", "CWE-522", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "Whoever changes that workflow, or an action in it, reads all secrets of the repository and of the organisation.",
    mend: "Name them: `secrets:\\n  HF_TOKEN: ${{ secrets.HF_TOKEN }}`.",
    blind: "What the other workflow does with them.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".github/workflows/train.yml",
          code: "on: push\njobs:\n  train:\n    uses: riverbank/pipelines/.github/workflows/train.yml@v2\n    secrets: inherit\n",
        },
      ],
      clean: [
        {
          path: ".github/workflows/train.yml",
          code: "on: push\njobs:\n  train:\n    uses: riverbank/pipelines/.github/workflows/train.yml@v2\n    secrets:\n      HF_TOKEN: ${{ secrets.HF_TOKEN }}\n",
        },
      ],
    },
  },
  run: ({ jobs }, report) => {
    for (const { inheritsSecrets, uses } of jobs) {
      if (inheritsSecrets === undefined) continue;
      // A workflow of the same repository could take them by itself.
      const isOwn = uses?.kind === "local";
      report(inheritsSecrets, isOwn ? { severity: "low", audience: "pedantic" } : {});
    }
  },
});
