import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { workbenchSerialPort } from "./workbench-serial-port.ts";

infraCases(workbenchSerialPort, {
  fail: [
    `
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  gce_setup {
    metadata = {
      serial-port-enable = "true"
    }
  }
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      {
        name: "projects/acme/locations/us-central1-a/instances/lab",
        gceSetup: { metadata: { "serial-port-enable": "1" } },
      },
    ]),
  ],
  pass: [
    `
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      { name: "projects/acme/locations/us-central1-a/instances/lab", gceSetup: {} },
    ]),
  ],
  unknown: [
    `
variable "v" {
  type = bool
}
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  gce_setup {
    metadata = {
      serial-port-enable = var.v
    }
  }
}
`,
  ],
});
