import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { workbenchPublicIp } from "./workbench-public-ip.ts";

infraCases(workbenchPublicIp, {
  fail: [
    `
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
}
`,
    `
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  gce_setup {
    disable_public_ip = false
  }
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      { name: "projects/acme/locations/us-central1-a/instances/lab" },
    ]),
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      {
        name: "projects/acme/locations/us-central1-a/instances/lab",
        gceSetup: { machineType: "e2-medium" },
      },
    ]),
  ],
  pass: [
    `
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  gce_setup {
    disable_public_ip = true
  }
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      {
        name: "projects/acme/locations/us-central1-a/instances/lab",
        gceSetup: { disablePublicIp: true },
      },
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
    disable_public_ip = var.v
  }
}
`,
  ],
});
