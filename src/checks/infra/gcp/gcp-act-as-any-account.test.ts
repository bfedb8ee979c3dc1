import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpActAsAnyAccount } from "./gcp-act-as-any-account.ts";

infraCases(gcpActAsAnyAccount, {
  fail: [
    `
resource "google_project_iam_member" "it" {
  project = "acme"
  role   = "roles/iam.serviceAccountUser"
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
            { role: "roles/iam.serviceAccountTokenCreator", members: ["group:x@example.com"] },
          ],
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
    gcpSnapshot([
      "cloudresourcemanager.googleapis.com/Project",
      { name: "projects/123", projectId: "acme", ancestors: [], iamPolicy: { bindings: [] } },
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
