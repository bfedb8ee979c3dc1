import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpDefaultAccountRole } from "./gcp-default-account-role.ts";

infraCases(gcpDefaultAccountRole, {
  fail: [
    `
resource "google_project_iam_member" "it" {
  project = "acme"
  role   = "roles/editor"
  member = "serviceAccount:123-compute@developer.gserviceaccount.com"
}
`,
    `
resource "google_organization_iam_binding" "it" {
  org_id  = "acme"
  role    = "roles/browser"
  members = ["serviceAccount:acme@appspot.gserviceaccount.com"]
}
`,
    `
resource "google_folder_iam_member" "it" {
  folder = "acme"
  role   = "roles/browser"
  member = "serviceAccount:123-compute@developer.gserviceaccount.com"
}
`,
    `
data "google_compute_default_service_account" "default" {
}
resource "google_project_iam_member" "it" {
  project = "acme"
  role    = "roles/editor"
  member  = "serviceAccount:\${data.google_compute_default_service_account.default.email}"
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
              role: "roles/editor",
              members: ["serviceAccount:123-compute@developer.gserviceaccount.com"],
            },
          ],
        },
      },
    ]),
  ],
  pass: [
    `
resource "google_project_iam_member" "it" {
  project = "acme"
  role   = "roles/editor"
  member = "serviceAccount:train@acme.iam.gserviceaccount.com"
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
          bindings: [{ role: "roles/viewer", members: ["user:a@example.com"] }],
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
