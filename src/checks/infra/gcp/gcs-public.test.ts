import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcsPublic } from "./gcs-public.ts";

infraCases(gcsPublic, {
  fail: [
    `
resource "google_storage_bucket_iam_member" "it" {
  bucket = "acme-models"
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}
`,
    `
resource "google_storage_bucket_iam_binding" "it" {
  bucket  = "acme-models"
  role    = "roles/storage.objectAdmin"
  members = ["user:a@example.com", "allAuthenticatedUsers"]
}
`,
    gcpSnapshot([
      "storage.googleapis.com/Bucket",
      {
        name: "acme-models",
        iamPolicy: {
          version: 3,
          bindings: [{ role: "roles/storage.objectViewer", members: ["allUsers"] }],
        },
      },
    ]),
  ],
  pass: [
    `
resource "google_storage_bucket_iam_member" "it" {
  bucket = "acme-models"
  role   = "roles/storage.objectViewer"
  member = "group:ml@example.com"
}
`,
    `
resource "google_storage_bucket_iam_member" "it" {
  bucket = "acme-models"
  role   = "roles/storage.objectViewer"
  member = "domain:example.com"
}
`,
    gcpSnapshot([
      "storage.googleapis.com/Bucket",
      {
        name: "acme-models",
        iamPolicy: {
          version: 3,
          bindings: [{ role: "roles/storage.objectViewer", members: ["group:ml@example.com"] }],
        },
      },
    ]),
  ],
  unknown: [
    `
variable "who" {
  type = string
}
resource "google_storage_bucket_iam_member" "it" {
  bucket = "acme-models"
  role   = "roles/storage.objectViewer"
  member = var.who
}
`,
  ],
  refused: [
    gcpSnapshot([
      "storage.googleapis.com/Bucket",
      {
        name: "acme-models",
        iamPolicy: { $unread: "storage.buckets.getIamPolicy (403 forbidden)" },
      },
    ]),
  ],
});
