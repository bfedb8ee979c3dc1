import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { workbenchRoot } from "./workbench-root.ts";

infraCases(workbenchRoot, {
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
    metadata = {
      notebook-disable-root = "false"
    }
  }
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      {
        name: "projects/acme/locations/us-central1-a/instances/lab",
        gceSetup: { metadata: { "proxy-mode": "service_account" } },
      },
    ]),
  ],
  pass: [
    `
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  gce_setup {
    metadata = {
      notebook-disable-root = "true"
    }
  }
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      {
        name: "projects/acme/locations/us-central1-a/instances/lab",
        gceSetup: { metadata: { "notebook-disable-root": "true" } },
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
    metadata = {
      notebook-disable-root = var.v
    }
  }
}
`,
  ],
});
