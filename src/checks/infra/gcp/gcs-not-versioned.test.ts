import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcsNotVersioned } from "./gcs-not-versioned.ts";

infraCases(gcsNotVersioned, {
  fail: [
    `
resource "google_storage_bucket" "it" {
  name     = "acme-models"
  location = "US"
}
`,
    `
resource "google_storage_bucket" "it" {
  name     = "acme-models"
  location = "US"
  versioning {
    enabled = false
  }
}
`,
    gcpSnapshot(["storage.googleapis.com/Bucket", { name: "acme-models" }]),
  ],
  pass: [
    `
resource "google_storage_bucket" "it" {
  name     = "acme-models"
  location = "US"
  versioning {
    enabled = true
  }
}
`,
    gcpSnapshot([
      "storage.googleapis.com/Bucket",
      { name: "acme-models", versioning: { enabled: true } },
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
  versioning {
    enabled = var.v
  }
}
`,
  ],
});
