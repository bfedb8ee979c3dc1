import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpImpersonatingRole } from "./gcp-impersonating-role.ts";

infraCases(gcpImpersonatingRole, {
  fail: [
    `
resource "google_project_iam_member" "it" {
  project = "acme"
  role   = "roles/iam.serviceAccountTokenCreator"
  member = "user:a@example.com"
}
`,
    `
resource "google_folder_iam_binding" "it" {
  folder  = "acme"
  role    = "roles/aiplatform.customCodeServiceAgent"
  members = ["user:a@example.com"]
}
`,
    `
resource "google_organization_iam_member" "it" {
  org_id = "acme"
  role   = "roles/iam.serviceAccountAdmin"
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
          bindings: [{ role: "roles/iam.serviceAccountKeyAdmin", members: ["user:a@example.com"] }],
        },
      },
    ]),
  ],
  pass: [
    `
resource "google_project_iam_member" "it" {
  project = "acme"
  role   = "roles/aiplatform.user"
  member = "user:a@example.com"
}
`,
    `
resource "google_project_iam_member" "it" {
  project = "acme"
  role   = "roles/aiplatform.serviceAgent"
  member = "serviceAccount:service-123@gcp-sa-aiplatform.iam.gserviceaccount.com"
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
          bindings: [{ role: "roles/aiplatform.viewer", members: ["user:a@example.com"] }],
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
