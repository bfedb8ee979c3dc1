import { must } from "../../../infra/answer.ts";
import { workbench } from "../../../infra/types/gcp/notebooks.ts";
import { defineInfraCheck } from "../define.ts";

export const workbenchStartScript = defineInfraCheck({
  meta: {
    id: "workbench-start-script",
    code: "PV-GCP-086",
    title: "A Workbench instance runs a script from the internet as root",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-494", "CWE-829", "ATLAS:AML.T0010.001"],
    why: "Who can change the script at its address, or on the way where it is plain HTTP, is root on the next notebook that starts.",
    mend: "Keep the script in a bucket that only reviewed changes reach.",
    mends: { terraform: 'metadata = {\n  post-startup-script = "gs://acme-scripts/start.sh"\n}' },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_workbench_instance" "it" {\n  name     = "lab"\n  location = "us-central1-a"\n  gce_setup {\n    metadata = {\n      post-startup-script = "https://raw.githubusercontent.com/acme/ml/main/start.sh"\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_workbench_instance" "it" {\n  name     = "lab"\n  location = "us-central1-a"\n  gce_setup {\n    metadata = {\n      post-startup-script = "gs://acme-scripts/start.sh"\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: workbench,
  judge: ({ facts }) =>
    facts.startScript.kind === "absent"
      ? undefined
      : must(facts.startScript, (url) => !/^https?:\/\//i.test(url)),
});
