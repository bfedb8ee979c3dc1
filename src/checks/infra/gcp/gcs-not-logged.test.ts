import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcsNotLogged } from "./gcs-not-logged.ts";

infraCases(gcsNotLogged, {
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
  logging {
    log_bucket = ""
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
  type = bool
}
resource "google_storage_bucket" "it" {
  name     = "acme-models"
  location = "US"
  logging {
    log_bucket = var.v ? "logs" : ""
  }
}
`,
  ],
});
