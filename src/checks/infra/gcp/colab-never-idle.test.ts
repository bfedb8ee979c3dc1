import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { colabNeverIdle } from "./colab-never-idle.ts";

infraCases(colabNeverIdle, {
  fail: [
    gcpSnapshot([
      "aiplatform.googleapis.com/NotebookRuntimeTemplate",
      {
        name: "projects/123/locations/us-central1/notebookRuntimeTemplates/1",
        idleShutdownConfig: { idleShutdownDisabled: true },
      },
    ]),
    `
resource "google_colab_runtime_template" "it" {
  name         = "t"
  display_name = "t"
  location     = "us-central1"
  idle_shutdown_config {
    idle_timeout = "0s"
  }
}
`,
  ],
  pass: [
    `
resource "google_colab_runtime_template" "it" {
  name         = "t"
  display_name = "t"
  location     = "us-central1"
  idle_shutdown_config {
    idle_timeout = "3600s"
  }
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/NotebookRuntimeTemplate",
      { name: "projects/123/locations/us-central1/notebookRuntimeTemplates/1" },
    ]),
  ],
  unknown: [
    `
variable "v" {
  type = string
}
resource "google_colab_runtime_template" "it" {
  name         = "t"
  display_name = "t"
  location     = "us-central1"
  idle_shutdown_config {
    idle_timeout = var.v
  }
}
`,
  ],
});
