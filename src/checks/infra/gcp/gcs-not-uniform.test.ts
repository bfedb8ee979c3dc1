import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcsNotUniform } from "./gcs-not-uniform.ts";

infraCases(gcsNotUniform, {
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
  uniform_bucket_level_access = false
}
`,
    gcpSnapshot([
      "storage.googleapis.com/Bucket",
      { name: "acme-models", iamConfiguration: { uniformBucketLevelAccess: { enabled: false } } },
    ]),
  ],
  pass: [
    `
resource "google_storage_bucket" "it" {
  name     = "acme-models"
  location = "US"
  uniform_bucket_level_access = true
}
`,
    gcpSnapshot([
      "storage.googleapis.com/Bucket",
      { name: "acme-models", iamConfiguration: { uniformBucketLevelAccess: { enabled: true } } },
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
  uniform_bucket_level_access = var.v
}
`,
  ],
});
