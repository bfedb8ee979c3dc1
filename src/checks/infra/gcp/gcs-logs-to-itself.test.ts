import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcsLogsToItself } from "./gcs-logs-to-itself.ts";

infraCases(gcsLogsToItself, {
  fail: [
    `
resource "google_storage_bucket" "it" {
  name     = "acme-models"
  location = "US"
  logging {
    log_bucket = "acme-models"
  }
}
`,
    `
resource "google_storage_bucket" "it" {
  name_prefix = "x"
  logging {
    log_bucket = google_storage_bucket.it.id
  }
}
`,
    gcpSnapshot([
      "storage.googleapis.com/Bucket",
      { name: "acme-models", logging: { logBucket: "acme-models" } },
    ]),
  ],
  pass: [
    `
resource "google_storage_bucket" "it" {
  name     = "acme-models"
  location = "US"
  logging {
    log_bucket = "logs"
  }
}
`,
    gcpSnapshot([
      "storage.googleapis.com/Bucket",
      { name: "acme-models", logging: { logBucket: "logs" } },
    ]),
  ],
  unknown: [
    `
variable "v" {
  type = string
}
resource "google_storage_bucket" "it" {
  name     = "acme-models"
  location = "US"
  logging {
    log_bucket = var.v
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
