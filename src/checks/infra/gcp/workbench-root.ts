import { mustBe } from "../../../infra/answer.ts";
import { workbench } from "../../../infra/types/gcp/notebooks.ts";
import { defineInfraCheck } from "../define.ts";

export const workbenchRoot = defineInfraCheck({
  meta: {
    id: "workbench-root",
    code: "PV-GCP-079",
    title: "Users of a Workbench instance are root",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-250", "CWE-1188"],
    why: "Who is root switches off what watches the machine, and leaves behind what starts with it for the next user.",
    mend: "Set notebook-disable-root.",
    mends: {
      terraform: 'metadata = {\n  notebook-disable-root = "true"\n}',
      gcloud:
        "gcloud workbench instances update {name} --location=ZONE --metadata=notebook-disable-root=true",
    },
    references: ["https://cloud.google.com/vertex-ai/docs/workbench/instances/manage-metadata"],
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
          code: 'resource "google_workbench_instance" "it" {\n  name     = "lab"\n  location = "us-central1-a"\n  gce_setup {\n    metadata = {\n      notebook-disable-root = "true"\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: workbench,
  judge: ({ facts }) => mustBe(facts.noRoot, true),
});
