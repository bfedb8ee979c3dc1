import { mustBe } from "../../../infra/answer.ts";
import { workbench } from "../../../infra/types/gcp/notebooks.ts";
import { defineInfraCheck } from "../define.ts";

export const workbenchDownloads = defineInfraCheck({
  meta: {
    id: "workbench-downloads",
    code: "PV-GCP-084",
    title: "Files are taken out of a Workbench instance through the browser",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: [],
    controls: ["CWE-668", "ATLAS:AML.T0025"],
    why: "Data sets and models leave by a click, and no log says which.",
    mend: "Set notebook-disable-downloads.",
    mends: {
      terraform: 'metadata = {\n  notebook-disable-downloads = "true"\n}',
      gcloud:
        "gcloud workbench instances update {name} --location=ZONE --metadata=notebook-disable-downloads=true",
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
          code: 'resource "google_workbench_instance" "it" {\n  name     = "lab"\n  location = "us-central1-a"\n  gce_setup {\n    metadata = {\n      notebook-disable-downloads = "true"\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: workbench,
  judge: ({ facts }) => mustBe(facts.noDownloads, true),
});
