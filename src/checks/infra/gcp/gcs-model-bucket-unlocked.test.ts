import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcsModelBucketUnlocked } from "./gcs-model-bucket-unlocked.ts";

infraCases(gcsModelBucketUnlocked, {
  fail: [
    `
resource "google_storage_bucket" "it" {
  name     = "acme-models"
  location = "US"
  retention_policy {
    retention_period = 86400
  }
}
`,
    gcpSnapshot(
      [
        "aiplatform.googleapis.com/Model",
        {
          name: "projects/123/locations/us-central1/models/1",
          artifactUri: "gs://acme-models/fraud/1",
        },
      ],
      ["storage.googleapis.com/Bucket", { name: "acme-models" }],
    ),
    gcpSnapshot([
      "storage.googleapis.com/Bucket",
      { name: "acme-models", retentionPolicy: { retentionPeriod: "86400" } },
    ]),
  ],
  pass: [
    `
resource "google_storage_bucket" "it" {
  name     = "acme-models"
  location = "US"
  retention_policy {
    retention_period = 86400
    is_locked        = true
  }
}
`,
    gcpSnapshot(
      [
        "aiplatform.googleapis.com/Model",
        {
          name: "projects/123/locations/us-central1/models/1",
          artifactUri: "gs://acme-models/fraud/1",
        },
      ],
      [
        "storage.googleapis.com/Bucket",
        { name: "acme-models", retentionPolicy: { retentionPeriod: "86400", isLocked: true } },
      ],
    ),
  ],
  unknown: [
    `
variable "v" {
  type = bool
}
resource "google_storage_bucket" "it" {
  name     = "acme-models"
  location = "US"
  retention_policy {
    retention_period = 86400
    is_locked        = var.v
  }
}
`,
  ],
  silent: [
    `
resource "google_storage_bucket" "it" {
  name     = "acme-models"
  location = "US"
}
`,
    gcpSnapshot(["storage.googleapis.com/Bucket", { name: "acme-models" }]),
  ],
});
