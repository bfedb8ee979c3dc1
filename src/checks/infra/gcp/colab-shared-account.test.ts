import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { colabSharedAccount } from "./colab-shared-account.ts";

infraCases(colabSharedAccount, {
  fail: [
    `
resource "google_colab_runtime_template" "it" {
  name         = "t"
  display_name = "t"
  location     = "us-central1"
  euc_config {
    euc_disabled = true
  }
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/NotebookRuntimeTemplate",
      {
        name: "projects/123/locations/us-central1/notebookRuntimeTemplates/1",
        eucConfig: { eucDisabled: true },
      },
    ]),
  ],
  pass: [
    `
resource "google_colab_runtime_template" "it" {
  name         = "t"
  display_name = "t"
  location     = "us-central1"
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/NotebookRuntimeTemplate",
      { name: "projects/123/locations/us-central1/notebookRuntimeTemplates/1", eucConfig: {} },
    ]),
  ],
  unknown: [
    `
variable "v" {
  type = bool
}
resource "google_colab_runtime_template" "it" {
  name         = "t"
  display_name = "t"
  location     = "us-central1"
  euc_config {
    euc_disabled = var.v
  }
}
`,
  ],
});
