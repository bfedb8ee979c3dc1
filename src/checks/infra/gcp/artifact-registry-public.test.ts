import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { artifactRegistryPublic } from "./artifact-registry-public.ts";

infraCases(artifactRegistryPublic, {
  fail: [
    `
resource "google_artifact_registry_repository_iam_member" "it" {
  repository = "ml"
  role       = "roles/artifactregistry.reader"
  member     = "allUsers"
}
`,
    gcpSnapshot([
      "artifactregistry.googleapis.com/Repository",
      {
        name: "projects/acme/locations/us/repositories/ml",
        format: "DOCKER",
        mode: "STANDARD_REPOSITORY",
        iamPolicy: {
          version: 3,
          bindings: [{ role: "roles/artifactregistry.writer", members: ["allAuthenticatedUsers"] }],
        },
      },
    ]),
  ],
  pass: [
    `
resource "google_artifact_registry_repository_iam_binding" "it" {
  repository = "ml"
  role       = "roles/artifactregistry.reader"
  members    = ["group:ml@example.com"]
}
`,
    gcpSnapshot([
      "artifactregistry.googleapis.com/Repository",
      {
        name: "projects/acme/locations/us/repositories/ml",
        format: "DOCKER",
        mode: "STANDARD_REPOSITORY",
        iamPolicy: { etag: "ACAB" },
      },
    ]),
  ],
  unknown: [
    `
variable "who" {
  type = string
}
resource "google_artifact_registry_repository_iam_member" "it" {
  repository = "ml"
  role       = "roles/artifactregistry.reader"
  member     = var.who
}
`,
  ],
  refused: [
    gcpSnapshot([
      "artifactregistry.googleapis.com/Repository",
      {
        name: "projects/acme/locations/us/repositories/ml",
        format: "DOCKER",
        mode: "STANDARD_REPOSITORY",
        iamPolicy: { $unread: "artifactregistry.repositories.getIamPolicy (403 forbidden)" },
      },
    ]),
  ],
});
