import { infraCases } from "../../../testing/infra-cases.ts";
import { notebooksInstanceKey } from "./notebooks-instance-key.ts";

infraCases(notebooksInstanceKey, {
  fail: [
    `
resource "google_notebooks_instance" "it" {
  name         = "lab"
  location     = "us-central1-a"
  machine_type = "e2-medium"
}
`,
    `
resource "google_notebooks_instance" "it" {
  name         = "lab"
  location     = "us-central1-a"
  machine_type = "e2-medium"
  kms_key = "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"
}
`,
    `
resource "google_notebooks_instance" "it" {
  name         = "lab"
  location     = "us-central1-a"
  machine_type = "e2-medium"
  disk_encryption = "CMEK"
}
`,
  ],
  pass: [
    `
resource "google_notebooks_instance" "it" {
  name         = "lab"
  location     = "us-central1-a"
  machine_type = "e2-medium"
  disk_encryption = "CMEK"
  kms_key         = "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"
}
`,
    `
resource "google_notebooks_instance" "it" {
  name         = "lab"
  location     = "us-central1-a"
  machine_type = "e2-medium"
  disk_encryption = "CMEK"
  kms_key         = google_kms_crypto_key.ml.id
}
`,
  ],
  unknown: [
    `
variable "own" {
  type = bool
}
resource "google_notebooks_instance" "it" {
  name         = "lab"
  location     = "us-central1-a"
  machine_type = "e2-medium"
  disk_encryption = "CMEK"
  kms_key         = var.own ? "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k" : null
}
`,
  ],
});
