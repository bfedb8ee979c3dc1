import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcsKey } from "./gcs-key.ts";

infraCases(gcsKey, {
  fail: [
    `
resource "google_storage_bucket" "it" {
  name     = "acme-models"
  location = "US"
}
`,
    gcpSnapshot(["storage.googleapis.com/Bucket", { name: "acme-models" }]),
  ],
  pass: [
    `
resource "google_storage_bucket" "it" {
  name     = "acme-models"
  location = "US"
  encryption {
    default_kms_key_name = google_kms_crypto_key.ml.id
  }
}
`,
    gcpSnapshot([
      "storage.googleapis.com/Bucket",
      {
        name: "acme-models",
        encryption: { defaultKmsKeyName: "projects/p/locations/us/keyRings/r/cryptoKeys/k" },
      },
    ]),
  ],
  unknown: [
    `
variable "v" {
  type = bool
}
resource "google_storage_bucket" "it" {
  name     = "acme-models"
  location = "US"
  encryption {
    default_kms_key_name = var.v ? "projects/p/locations/us/keyRings/r/cryptoKeys/k" : null
  }
}
`,
  ],
});
