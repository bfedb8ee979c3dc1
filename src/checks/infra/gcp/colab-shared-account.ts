import { mustBe } from "../../../infra/answer.ts";
import { runtimeTemplate } from "../../../infra/types/gcp/notebooks.ts";
import { defineInfraCheck } from "../define.ts";

export const colabSharedAccount = defineInfraCheck({
  meta: {
    id: "colab-shared-account",
    code: "PV-GCP-092",
    title: "Colab notebooks run as a service account instead of their user",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-266", "CWE-223"],
    why: "Whoever may use the template has the account's roles, and the audit log names the account.",
    mend: "Leave end-user credentials on.",
    mends: { terraform: "euc_config {\n  euc_disabled = false\n}" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_colab_runtime_template" "it" {\n  name         = "t"\n  display_name = "t"\n  location     = "us-central1"\n  euc_config {\n    euc_disabled = true\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_colab_runtime_template" "it" {\n  name         = "t"\n  display_name = "t"\n  location     = "us-central1"\n}\n',
        },
      ],
    },
  },
  on: runtimeTemplate,
  judge: ({ facts }) => mustBe(facts.credentialsOff, false),
});
