import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { colabSecureBoot } from "./colab-secure-boot.ts";

infraCases(colabSecureBoot, {
  fail: [
    `
resource "google_colab_runtime_template" "it" {
  name         = "t"
  display_name = "t"
  location     = "us-central1"
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/NotebookRuntimeTemplate",
      { name: "projects/123/locations/us-central1/notebookRuntimeTemplates/1" },
    ]),
  ],
  pass: [
    `
resource "google_colab_runtime_template" "it" {
  name         = "t"
  display_name = "t"
  location     = "us-central1"
  shielded_vm_config {
    enable_secure_boot = true
  }
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/NotebookRuntimeTemplate",
      {
        name: "projects/123/locations/us-central1/notebookRuntimeTemplates/1",
        shieldedVmConfig: { enableSecureBoot: true },
      },
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
  shielded_vm_config {
    enable_secure_boot = var.v
  }
}
`,
  ],
});
