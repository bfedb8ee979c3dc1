import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpBasicRole } from "./gcp-basic-role.ts";

infraCases(gcpBasicRole, {
  fail: [
    `
resource "google_project_iam_member" "it" {
  project = "acme"
  role   = "roles/editor"
  member = "user:a@example.com"
}
`,
    `
resource "google_organization_iam_binding" "it" {
  org_id  = "acme"
  role    = "roles/viewer"
  members = ["user:a@example.com"]
}
`,
    `
resource "google_folder_iam_member" "it" {
  folder = "acme"
  role   = "roles/owner"
  member = "group:x@example.com"
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
          bindings: [{ role: "roles/owner", members: ["user:a@example.com"] }],
        },
      },
    ]),
  ],
  pass: [
    // A role of one's own is none of the basic ones, whatever it will be called.
    `
resource "google_project_iam_custom_role" "predictor" {
  role_id     = "predictor"
  title       = "predictor"
  permissions = ["aiplatform.endpoints.predict"]
}
resource "google_project_iam_member" "it" {
  project = "acme"
  role    = google_project_iam_custom_role.predictor.id
  member  = "user:a@example.com"
}
`,
    `
resource "google_project_iam_member" "it" {
  project = "acme"
  role   = "roles/aiplatform.user"
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
              role: "roles/editor",
              members: ["serviceAccount:123@cloudservices.gserviceaccount.com"],
            },
          ],
        },
      },
    ]),
  ],
  unknown: [
    `
variable "role" {
  type = string
}
resource "google_project_iam_member" "it" {
  project = "acme"
  role    = var.role
  member  = "user:a@example.com"
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
