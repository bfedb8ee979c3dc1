import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { notebookOpenGrant } from "./notebook-open-grant.ts";

infraCases(notebookOpenGrant, {
  fail: [
    `
resource "google_workbench_instance_iam_member" "it" {
  name   = "lab"
  role   = "roles/notebooks.admin"
  member = "allAuthenticatedUsers"
}
`,
    `
resource "google_notebooks_instance_iam_binding" "it" {
  instance_name = "lab"
  role          = "roles/notebooks.viewer"
  members       = ["domain:example.com"]
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      {
        name: "projects/acme/locations/us-central1-a/instances/lab",
        iamPolicy: {
          version: 3,
          bindings: [{ role: "roles/notebooks.admin", members: ["allUsers"] }],
        },
      },
    ]),
  ],
  pass: [
    `
resource "google_workbench_instance_iam_member" "it" {
  name   = "lab"
  role   = "roles/notebooks.admin"
  member = "user:a@example.com"
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      { name: "projects/acme/locations/us-central1-a/instances/lab", iamPolicy: { etag: "ACAB" } },
    ]),
  ],
  unknown: [
    `
variable "who" {
  type = string
}
resource "google_workbench_instance_iam_member" "it" {
  name   = "lab"
  role   = "roles/notebooks.admin"
  member = var.who
}
`,
  ],
  refused: [
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      {
        name: "projects/acme/locations/us-central1-a/instances/lab",
        iamPolicy: { $unread: "notebooks.instances.getIamPolicy (403 PERMISSION_DENIED)" },
      },
    ]),
  ],
});
