import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { workbenchNeverIdle } from "./workbench-never-idle.ts";

infraCases(workbenchNeverIdle, {
  fail: [
    `
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  gce_setup {
    metadata = {
      idle-timeout-seconds = ""
    }
  }
}
`,
    `
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  gce_setup {
    metadata = {
      idle-timeout-seconds = "604800"
    }
  }
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      {
        name: "projects/acme/locations/us-central1-a/instances/lab",
        gceSetup: { metadata: { "idle-timeout-seconds": "" } },
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
    `
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  gce_setup {
    metadata = {
      idle-timeout-seconds = "3600"
    }
  }
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      {
        name: "projects/acme/locations/us-central1-a/instances/lab",
        gceSetup: { metadata: { "idle-timeout-seconds": "10800" } },
      },
    ]),
  ],
  unknown: [
    `
variable "v" {
  type = string
}
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  gce_setup {
    metadata = {
      idle-timeout-seconds = var.v
    }
  }
}
`,
  ],
});
