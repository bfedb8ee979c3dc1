import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { artifactRegistryKey } from "./artifact-registry-key.ts";

infraCases(artifactRegistryKey, {
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
  kms_key_name = "projects/p/locations/us/keyRings/r/cryptoKeys/k"
}
`,
    gcpSnapshot([
      "artifactregistry.googleapis.com/Repository",
      {
        name: "projects/acme/locations/us/repositories/ml",
        format: "DOCKER",
        mode: "STANDARD_REPOSITORY",
        kmsKeyName: "projects/p/locations/us/keyRings/r/cryptoKeys/k",
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
  kms_key_name = var.v ? "projects/p/locations/us/keyRings/r/cryptoKeys/k" : null
}
`,
  ],
});
