import { mustHaveOwnAccounts } from "../../../infra/gcp/disks.ts";
import { workbench } from "../../../infra/types/gcp/notebooks.ts";
import { defineInfraCheck } from "../define.ts";

export const workbenchDefaultAccount = defineInfraCheck({
  meta: {
    id: "workbench-default-account",
    code: "PV-GCP-083",
    title: "A Workbench instance runs as a default service account",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-250", "CWE-1188", "ATLAS:AML.T0012"],
    why: "The default account of Compute Engine is mostly Editor: whatever runs in the notebook has the whole project.",
    mend: "Give it an account with the roles of the work.",
    mends: {
      terraform: "service_accounts {\n  email = google_service_account.lab.email\n}",
      gcloud:
        "gcloud workbench instances create {name}-own --location=ZONE --service-account-email=ACCOUNT",
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
          code: 'resource "google_workbench_instance" "it" {\n  name     = "lab"\n  location = "us-central1-a"\n  gce_setup {\n    service_accounts {\n      email = "lab@acme.iam.gserviceaccount.com"\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: workbench,
  judge: ({ facts, resource }) => mustHaveOwnAccounts(facts.serviceAccounts, resource.at),
});
