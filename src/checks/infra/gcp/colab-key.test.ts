import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { colabKey } from "./colab-key.ts";

infraCases(colabKey, {
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
  encryption_spec {
    kms_key_name = "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"
  }
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/NotebookRuntimeTemplate",
      {
        name: "projects/123/locations/us-central1/notebookRuntimeTemplates/1",
        encryptionSpec: { kmsKeyName: "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k" },
      },
    ]),
  ],
  unknown: [
    `
variable "own" {
  type = bool
}
resource "google_colab_runtime_template" "it" {
  name         = "t"
  display_name = "t"
  location     = "us-central1"
  encryption_spec {
    kms_key_name = var.own ? "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k" : null
  }
}
`,
  ],
});
