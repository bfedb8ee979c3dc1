import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcsBroadGrant } from "./gcs-broad-grant.ts";

infraCases(gcsBroadGrant, {
  fail: [
    `
resource "google_storage_bucket_iam_member" "it" {
  bucket = "acme-models"
  role   = "roles/storage.objectAdmin"
  member = "domain:example.com"
}
`,
    gcpSnapshot([
      "storage.googleapis.com/Bucket",
      {
        name: "acme-models",
        iamPolicy: {
          version: 3,
          bindings: [
            {
              role: "roles/storage.objectViewer",
              members: ["principalSet://iam.googleapis.com/locations/global/workforcePools/all/*"],
            },
          ],
        },
      },
    ]),
  ],
  pass: [
    `
resource "google_storage_bucket_iam_member" "it" {
  bucket = "acme-models"
  role   = "roles/storage.objectAdmin"
  member = "group:ml@example.com"
}
`,
    gcpSnapshot([
      "storage.googleapis.com/Bucket",
      {
        name: "acme-models",
        iamPolicy: {
          version: 3,
          bindings: [
            {
              role: "roles/storage.legacyBucketOwner",
              members: ["projectEditor:acme", "projectOwner:acme"],
            },
          ],
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
