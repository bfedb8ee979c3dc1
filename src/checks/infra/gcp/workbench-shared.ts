import { must } from "../../../infra/answer.ts";
import { workbench } from "../../../infra/types/gcp/notebooks.ts";
import { defineInfraCheck } from "../define.ts";

export const workbenchShared = defineInfraCheck({
  meta: {
    id: "workbench-shared",
    code: "PV-GCP-082",
    title: "A Workbench instance is open to all who may act as its account",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-284", "CWE-1220"],
    why: "Whoever opens it sees the files, the tokens and the code of all others, and runs as the same account.",
    mend: "Name the one person whom it belongs to.",
    mends: {
      terraform: 'instance_owners = ["person@example.com"]',
      gcloud:
        "gcloud workbench instances create {name}-mine --location=ZONE --instance-owners=person@example.com",
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
          code: 'resource "google_workbench_instance" "it" {\n  name     = "lab"\n  location = "us-central1-a"\n  instance_owners = ["a@example.com"]\n}\n',
        },
      ],
    },
  },
  on: workbench,
  judge: ({ facts }) => must(facts.owners, (owners) => owners.length > 0),
});
