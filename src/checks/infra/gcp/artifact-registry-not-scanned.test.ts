import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { artifactRegistryNotScanned } from "./artifact-registry-not-scanned.ts";

infraCases(artifactRegistryNotScanned, {
  fail: [
    `
resource "google_artifact_registry_repository" "it" {
  repository_id = "ml"
  location      = "us"
  format        = "DOCKER"
  vulnerability_scanning_config {
    enablement_config = "DISABLED"
  }
}
`,
    gcpSnapshot([
      "artifactregistry.googleapis.com/Repository",
      {
        name: "projects/acme/locations/us/repositories/ml",
        format: "DOCKER",
        mode: "STANDARD_REPOSITORY",
        vulnerabilityScanningConfig: { enablementConfig: "DISABLED" },
      },
    ]),
  ],
  pass: [
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
        vulnerabilityScanningConfig: { enablementConfig: "INHERITED" },
      },
    ]),
  ],
  unknown: [
    `
variable "v" {
  type = string
}
resource "google_artifact_registry_repository" "it" {
  repository_id = "ml"
  location      = "us"
  format        = "DOCKER"
  vulnerability_scanning_config {
    enablement_config = var.v
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
  ],
});
