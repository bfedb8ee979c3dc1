import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpPublicGrant } from "./gcp-public-grant.ts";

infraCases(gcpPublicGrant, {
  fail: [
    `
resource "google_project_iam_member" "it" {
  project = "acme"
  role   = "roles/viewer"
  member = "allUsers"
}
`,
    `
resource "google_folder_iam_binding" "it" {
  folder  = "acme"
  role    = "roles/aiplatform.user"
  members = ["user:a@example.com", "allAuthenticatedUsers"]
}
`,
    `
data "google_iam_policy" "open" {
  binding {
    role    = "roles/viewer"
    members = ["allUsers"]
  }
}
resource "google_organization_iam_policy" "it" {
  org_id      = "1"
  policy_data = data.google_iam_policy.open.policy_data
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
          bindings: [{ role: "roles/aiplatform.user", members: ["allUsers"] }],
        },
      },
    ]),
    gcpSnapshot(
      [
        "cloudresourcemanager.googleapis.com/Project",
        {
          name: "projects/123",
          projectId: "acme",
          ancestors: ["folders/1"],
          iamPolicy: {
            version: 3,
            bindings: [{ role: "roles/viewer", members: ["user:a@example.com"] }],
          },
        },
      ],
      [
        "cloudresourcemanager.googleapis.com/Folder",
        {
          name: "folders/1",
          iamPolicy: {
            version: 3,
            bindings: [{ role: "roles/viewer", members: ["allAuthenticatedUsers"] }],
          },
        },
      ],
    ),
  ],
  pass: [
    `
resource "google_project_iam_member" "it" {
  project = "acme"
  role   = "roles/viewer"
  member = "group:ml@example.com"
}
`,
    `
resource "google_service_account" "a" {
  account_id = "a"
}
resource "google_project_iam_member" "it" {
  project = "acme"
  role    = "roles/viewer"
  member  = "serviceAccount:\${google_service_account.a.email}"
}
resource "google_project_iam_member" "same" {
  project = "acme"
  role    = "roles/viewer"
  member  = google_service_account.a.member
}
`,
    gcpSnapshot(
      [
        "cloudresourcemanager.googleapis.com/Project",
        {
          name: "projects/123",
          projectId: "acme",
          ancestors: ["folders/1"],
          iamPolicy: {
            version: 3,
            bindings: [{ role: "roles/viewer", members: ["user:a@example.com"] }],
          },
        },
      ],
      [
        "cloudresourcemanager.googleapis.com/Folder",
        { name: "folders/1", iamPolicy: { version: 1 } },
      ],
    ),
  ],
  unknown: [
    `
variable "who" {
  type = string
}
resource "google_project_iam_member" "it" {
  project = "acme"
  role    = "roles/viewer"
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
    gcpSnapshot([
      "cloudresourcemanager.googleapis.com/Project",
      {
        name: "projects/123",
        projectId: "acme",
        ancestors: ["organizations/9"],
        iamPolicy: { bindings: [] },
      },
    ]),
    gcpSnapshot([
      "cloudresourcemanager.googleapis.com/Project",
      {
        name: "projects/123",
        projectId: "acme",
        ancestors: { $unread: "resourcemanager.projects.get (403 PERMISSION_DENIED)" },
        iamPolicy: { bindings: [] },
      },
    ]),
    gcpSnapshot(
      [
        "cloudresourcemanager.googleapis.com/Project",
        {
          name: "projects/123",
          projectId: "acme",
          ancestors: ["folders/1"],
          iamPolicy: { bindings: [] },
        },
      ],
      [
        "cloudresourcemanager.googleapis.com/Folder",
        {
          name: "folders/1",
          iamPolicy: { $unread: "resourcemanager.folders.getIamPolicy (403 PERMISSION_DENIED)" },
        },
      ],
    ),
  ],
});
