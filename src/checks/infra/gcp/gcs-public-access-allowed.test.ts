import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcsPublicAccessAllowed } from "./gcs-public-access-allowed.ts";

infraCases(gcsPublicAccessAllowed, {
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
  public_access_prevention = "inherited"
}
`,
    gcpSnapshot([
      "storage.googleapis.com/Bucket",
      { name: "acme-models", iamConfiguration: { publicAccessPrevention: "inherited" } },
    ]),
  ],
  pass: [
    `
resource "google_storage_bucket" "it" {
  name     = "acme-models"
  location = "US"
  public_access_prevention = "enforced"
}
`,
    gcpSnapshot([
      "storage.googleapis.com/Bucket",
      { name: "acme-models", iamConfiguration: { publicAccessPrevention: "enforced" } },
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
  public_access_prevention = var.v
}
`,
  ],
});
