import { all, mustBe } from "../../../infra/answer.ts";
import { workbench } from "../../../infra/types/gcp/notebooks.ts";
import { defineInfraCheck } from "../define.ts";

export const workbenchShielded = defineInfraCheck({
  meta: {
    id: "workbench-shielded",
    code: "PV-GCP-080",
    title: "A Workbench instance does not see that its start was changed",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-1188", "CWE-353"],
    why: "Without secure boot, virtual TPM and integrity monitoring a changed kernel or driver is not noticed.",
    mend: "Switch all three on; secure boot where the drivers are signed.",
    mends: {
      terraform:
        "shielded_instance_config {\n  enable_secure_boot          = true\n  enable_vtpm                 = true\n  enable_integrity_monitoring = true\n}",
      gcloud:
        "gcloud workbench instances update {name} --location=ZONE --shielded-secure-boot=true --shielded-vtpm=true --shielded-integrity-monitoring=true",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_workbench_instance" "it" {\n  name     = "lab"\n  location = "us-central1-a"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_workbench_instance" "it" {\n  name     = "lab"\n  location = "us-central1-a"\n  gce_setup {\n    shielded_instance_config {\n      enable_secure_boot          = true\n      enable_vtpm                 = true\n      enable_integrity_monitoring = true\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: workbench,
  judge: ({ facts }) =>
    all(mustBe(facts.secureBoot, true), mustBe(facts.vtpm, true), mustBe(facts.integrity, true)),
});
