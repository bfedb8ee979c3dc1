import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpServiceAccountAdmin } from "./gcp-service-account-admin.ts";

infraCases(gcpServiceAccountAdmin, {
  fail: [
    `
resource "google_project_iam_member" "it" {
  project = "acme"
  role   = "roles/storage.admin"
  member = "serviceAccount:train@acme.iam.gserviceaccount.com"
}
`,
    `
resource "google_service_account" "train" {
  account_id = "train"
}
resource "google_project_iam_member" "it" {
  project = "acme"
  role    = "roles/editor"
  member  = "serviceAccount:\${google_service_account.train.email}"
}
`,
    gcpSnapshot([
      "cloudresourcemanager.googleapis.com/Project",
      {
        name: "projects/123",
        projectId: "acme",
        ancestors: [],
        iamPolicy: {
          version: 3,
          bindings: [
            { role: "roles/owner", members: ["serviceAccount:train@acme.iam.gserviceaccount.com"] },
          ],
        },
      },
    ]),
  ],
  pass: [
    `
resource "google_project_iam_member" "it" {
  project = "acme"
  role   = "roles/storage.objectViewer"
  member = "serviceAccount:train@acme.iam.gserviceaccount.com"
}
`,
    `
resource "google_project_iam_member" "it" {
  project = "acme"
  role   = "roles/owner"
  member = "user:a@example.com"
}
`,
    gcpSnapshot([
      "cloudresourcemanager.googleapis.com/Project",
      {
        name: "projects/123",
        projectId: "acme",
        ancestors: [],
        iamPolicy: {
          version: 3,
          bindings: [
            {
              role: "roles/aiplatform.user",
              members: ["serviceAccount:train@acme.iam.gserviceaccount.com"],
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
resource "google_project_iam_member" "it" {
  project = "acme"
  role    = "roles/editor"
  member  = var.who
}
`,
    `
variable "role" {
  type = string
}
resource "google_project_iam_member" "it" {
  project = "acme"
  role    = var.role
  member  = "serviceAccount:train@acme.iam.gserviceaccount.com"
}
`,
  ],
  refused: [
    gcpSnapshot([
      "cloudresourcemanager.googleapis.com/Project",
      {
        name: "projects/123",
        projectId: "acme",
        ancestors: [],
        iamPolicy: { $unread: "resourcemanager.projects.getIamPolicy (403 PERMISSION_DENIED)" },
      },
    ]),
  ],
});
