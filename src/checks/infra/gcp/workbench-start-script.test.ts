import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { workbenchStartScript } from "./workbench-start-script.ts";

infraCases(workbenchStartScript, {
  fail: [
    `
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  gce_setup {
    metadata = {
      post-startup-script = "https://raw.githubusercontent.com/acme/ml/main/start.sh"
    }
  }
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      {
        name: "projects/acme/locations/us-central1-a/instances/lab",
        gceSetup: { metadata: { "post-startup-script": "http://example.com/start.sh" } },
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
      post-startup-script = "gs://acme-scripts/start.sh"
    }
  }
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      {
        name: "projects/acme/locations/us-central1-a/instances/lab",
        gceSetup: { metadata: { "post-startup-script": "gs://acme-scripts/start.sh" } },
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
      post-startup-script = var.v
    }
  }
}
`,
  ],
  silent: [
    `
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
}
`,
  ],
});
