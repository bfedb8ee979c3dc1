import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { artifactRegistryTagsMutable } from "./artifact-registry-tags-mutable.ts";

infraCases(artifactRegistryTagsMutable, {
  fail: [
    `
resource "google_artifact_registry_repository" "it" {
  repository_id = "ml"
  location      = "us"
  format        = "DOCKER"
}
`,
    gcpSnapshot([
      "artifactregistry.googleapis.com/Repository",
      {
        name: "projects/acme/locations/us/repositories/ml",
        format: "DOCKER",
        mode: "STANDARD_REPOSITORY",
      },
    ]),
  ],
  pass: [
    `
resource "google_artifact_registry_repository" "it" {
  repository_id = "ml"
  location      = "us"
  format        = "DOCKER"
  docker_config {
    immutable_tags = true
  }
}
`,
    gcpSnapshot([
      "artifactregistry.googleapis.com/Repository",
      {
        name: "projects/acme/locations/us/repositories/ml",
        format: "DOCKER",
        mode: "STANDARD_REPOSITORY",
        dockerConfig: { immutableTags: true },
      },
    ]),
  ],
  unknown: [
    `
variable "v" {
  type = bool
}
resource "google_artifact_registry_repository" "it" {
  repository_id = "ml"
  location      = "us"
  format        = "DOCKER"
  docker_config {
    immutable_tags = var.v
  }
}
`,
  ],
  silent: [
    `
resource "google_artifact_registry_repository" "it" {
  repository_id = "ml"
  location      = "us"
  format        = "PYTHON"
}
`,
    gcpSnapshot([
      "artifactregistry.googleapis.com/Repository",
      {
        name: "projects/acme/locations/us/repositories/ml",
        format: "DOCKER",
        mode: "REMOTE_REPOSITORY",
      },
    ]),
  ],
});
