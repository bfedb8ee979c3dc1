import { defineCheck } from "../define.ts";
import { reportSecrets } from "./report-secrets.ts";
import { digits } from "./samples.ts";

export const secretCloudKey = defineCheck({
  meta: {
    id: "secret-cloud-key",
    code: "PV-SECRET-002",
    title: "A key of a cloud or of infrastructure is written in plain text",
    asset: "text",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-798", "CWE-540", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "Who has the key acts as you in the cloud: reads data and models, starts machines, changes what is deployed.",
    mend: "Revoke the key now: it is in the history. Give the program a role (workload identity), or read the key from a secret store.",
    blind: "Keys without a form of their own, where nothing names the cloud near them.",
    since: "0.1.0",
    examples: {
      found: [
        { path: "deploy.sh", code: `export DIGITALOCEAN_TOKEN=dop_v1_${digits("do", 64)}\n` },
      ],
      clean: [{ path: "deploy.sh", code: "export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n" }],
    },
  },
  run: (view, report) => {
    reportSecrets(view, report, { groups: ["cloud"] });
  },
});
