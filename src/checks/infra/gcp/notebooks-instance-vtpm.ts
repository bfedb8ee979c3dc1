import { mustBe } from "../../../infra/answer.ts";
import { notebooksInstance } from "../../../infra/types/gcp/notebooks.ts";
import { defineInfraCheck } from "../define.ts";

export const notebooksInstanceVtpm = defineInfraCheck({
  meta: {
    id: "notebooks-instance-vtpm",
    code: "PV-GCP-071",
    title: "A user-managed notebook starts without a virtual TPM",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_126"],
    controls: ["CWE-1188", "CWE-353"],
    why: "What changes the machine before it starts is not noticed.",
    mend: "Leave the virtual TPM on.",
    mends: { terraform: "shielded_instance_config {\n  enable_vtpm = true\n}" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_notebooks_instance" "it" {\n  name         = "lab"\n  location     = "us-central1-a"\n  machine_type = "e2-medium"\n  shielded_instance_config {\n    enable_vtpm = false\n  }\n}\n',
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
  judge: ({ facts }) => mustBe(facts.vtpm, true),
});
