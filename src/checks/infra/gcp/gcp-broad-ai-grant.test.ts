import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpBroadAiGrant } from "./gcp-broad-ai-grant.ts";

infraCases(gcpBroadAiGrant, {
  fail: [
    `
resource "google_project_iam_member" "it" {
  project = "acme"
  role   = "roles/aiplatform.admin"
  member = "domain:example.com"
}
`,
    `
resource "google_folder_iam_member" "it" {
  folder = "acme"
  role   = "roles/editor"
  member = "principalSet://iam.googleapis.com/locations/global/workforcePools/all/*"
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
          bindings: [{ role: "roles/aiplatform.user", members: ["domain:example.com"] }],
        },
      },
    ]),
    gcpSnapshot(
      [
        "cloudresourcemanager.googleapis.com/Project",
        {
          name: "projects/123",
          projectId: "acme",
          ancestors: ["organizations/9"],
          iamPolicy: {
            version: 3,
            bindings: [{ role: "roles/viewer", members: ["user:a@example.com"] }],
          },
        },
      ],
      [
        "cloudresourcemanager.googleapis.com/Organization",
        {
          name: "organizations/9",
          iamPolicy: {
            version: 3,
            bindings: [{ role: "roles/owner", members: ["domain:example.com"] }],
          },
        },
      ],
    ),
  ],
  pass: [
    `
resource "google_project_iam_member" "it" {
  project = "acme"
  role   = "roles/aiplatform.admin"
  member = "group:ml@example.com"
}
`,
    `
resource "google_project_iam_member" "it" {
  project = "acme"
  role   = "roles/browser"
  member = "domain:example.com"
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
          bindings: [{ role: "roles/aiplatform.user", members: ["group:ml@example.com"] }],
        },
      },
    ]),
  ],
  unknown: [
    `
resource "google_project_iam_member" "it" {
  project = "acme"
  role   = "projects/acme/roles/own"
  member = "domain:example.com"
}
`,
    `
variable "who" {
  type = string
}
resource "google_project_iam_member" "it" {
  project = "acme"
  role    = "roles/aiplatform.user"
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
