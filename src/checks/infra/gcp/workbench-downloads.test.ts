import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { workbenchDownloads } from "./workbench-downloads.ts";

infraCases(workbenchDownloads, {
  fail: [
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
  pass: [
    `
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  gce_setup {
    metadata = {
      notebook-disable-downloads = "true"
    }
  }
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      {
        name: "projects/acme/locations/us-central1-a/instances/lab",
        gceSetup: { metadata: { "notebook-disable-downloads": "true" } },
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
      notebook-disable-downloads = var.v
    }
  }
}
`,
  ],
});
