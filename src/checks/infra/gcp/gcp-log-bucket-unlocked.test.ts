import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpLogBucketUnlocked } from "./gcp-log-bucket-unlocked.ts";

infraCases(gcpLogBucketUnlocked, {
  fail: [
    `
resource "google_storage_bucket" "it" {
  name     = "acme-models"
  location = "US"
}
resource "google_logging_project_sink" "it" {
  name        = "s"
  destination = "storage.googleapis.com/\${google_storage_bucket.it.name}"
}
`,
    gcpSnapshot(
      [
        "logging.googleapis.com/LogSink",
        { name: "s", destination: "storage.googleapis.com/acme-models" },
      ],
      ["storage.googleapis.com/Bucket", { name: "acme-models" }],
    ),
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
resource "google_logging_project_sink" "it" {
  name        = "s"
  destination = "storage.googleapis.com/\${google_storage_bucket.it.name}"
}
`,
    `
resource "google_logging_project_sink" "it" {
  name        = "s"
  destination = "bigquery.googleapis.com/projects/p/datasets/d"
}
`,
    gcpSnapshot([
      "logging.googleapis.com/LogSink",
      {
        name: "_Default",
        destination: "logging.googleapis.com/projects/p/locations/global/buckets/_Default",
      },
    ]),
  ],
  unknown: [
    `
variable "v" {
  type = string
}
resource "google_logging_project_sink" "it" {
  name        = "s"
  destination = "storage.googleapis.com/\${var.v}"
}
`,
    gcpSnapshot([
      "logging.googleapis.com/LogSink",
      { name: "s", destination: "storage.googleapis.com/elsewhere" },
    ]),
  ],
});
