import { mustBe } from "../../../infra/answer.ts";
import { workbench } from "../../../infra/types/gcp/notebooks.ts";
import { defineInfraCheck } from "../define.ts";

export const workbenchSerialPort = defineInfraCheck({
  meta: {
    id: "workbench-serial-port",
    code: "PV-GCP-085",
    title: "A Workbench instance has its serial port open",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-489", "CWE-749"],
    why: "The serial port knows no firewall: who has a key logs in from anywhere.",
    mend: "Leave serial-port-enable off.",
    mends: { terraform: 'metadata = {\n  serial-port-enable = "false"\n}' },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_workbench_instance" "it" {\n  name     = "lab"\n  location = "us-central1-a"\n  gce_setup {\n    metadata = {\n      serial-port-enable = "true"\n    }\n  }\n}\n',
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
  judge: ({ facts }) => mustBe(facts.serial, false),
});
