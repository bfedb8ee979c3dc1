import { mustBe } from "../../../infra/answer.ts";
import { notebooksInstance } from "../../../infra/types/gcp/notebooks.ts";
import { defineInfraCheck } from "../define.ts";

export const notebooksInstanceIntegrity = defineInfraCheck({
  meta: {
    id: "notebooks-instance-integrity",
    code: "PV-GCP-072",
    title: "Nobody watches whether a user-managed notebook starts as it should",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_127"],
    controls: ["CWE-1188", "CWE-353"],
    why: "A changed boot loader or kernel is not noticed.",
    mend: "Leave integrity monitoring on.",
    mends: { terraform: "shielded_instance_config {\n  enable_integrity_monitoring = true\n}" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_notebooks_instance" "it" {\n  name         = "lab"\n  location     = "us-central1-a"\n  machine_type = "e2-medium"\n  shielded_instance_config {\n    enable_integrity_monitoring = false\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_notebooks_instance" "it" {\n  name         = "lab"\n  location     = "us-central1-a"\n  machine_type = "e2-medium"\n}\n',
        },
      ],
    },
  },
  on: notebooksInstance,
  judge: ({ facts }) => mustBe(facts.integrity, true),
});
