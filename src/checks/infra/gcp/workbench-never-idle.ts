import { must } from "../../../infra/answer.ts";
import { workbench } from "../../../infra/types/gcp/notebooks.ts";
import { defineInfraCheck } from "../define.ts";

/** Where nothing is said, Google shuts it down after three hours. */
export const workbenchNeverIdle = defineInfraCheck({
  meta: {
    id: "workbench-never-idle",
    code: "PV-GCP-081",
    title: "A Workbench instance is never shut down for idleness",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-404", "ATLAS:AML.T0034"],
    why: "A notebook that nobody looks at stays open to whoever finds it, with its tokens, and is paid for.",
    mend: "Shut it down after some hours.",
    mends: {
      terraform: 'metadata = {\n  idle-timeout-seconds = "10800"\n}',
      gcloud:
        "gcloud workbench instances update {name} --location=ZONE --metadata=idle-timeout-seconds=10800",
    },
    references: ["https://cloud.google.com/vertex-ai/docs/workbench/instances/manage-metadata"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_workbench_instance" "it" {\n  name     = "lab"\n  location = "us-central1-a"\n  gce_setup {\n    metadata = {\n      idle-timeout-seconds = ""\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_workbench_instance" "it" {\n  name     = "lab"\n  location = "us-central1-a"\n}\n',
        },
      ],
    },
  },
  on: workbench,
  judge: ({ facts }) =>
    must(facts.idle, (seconds) => Number(seconds) > 0 && Number(seconds) <= 86_400, {
      absent: true,
    }),
});
