import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { vertexDatasetKey } from "./vertex-dataset-key.ts";

infraCases(vertexDatasetKey, {
  fail: [
    `
resource "google_vertex_ai_dataset" "it" {
  display_name        = "d"
  metadata_schema_uri = "gs://google-cloud-aiplatform/schema/dataset/metadata/image_1.0.0.yaml"
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/Dataset",
      { name: "projects/123/locations/us-central1/x/1" },
    ]),
  ],
  pass: [
    `
resource "google_vertex_ai_dataset" "it" {
  display_name        = "d"
  metadata_schema_uri = "gs://google-cloud-aiplatform/schema/dataset/metadata/image_1.0.0.yaml"
  encryption_spec {
    kms_key_name = google_kms_crypto_key.ml.id
  }
}
`,
    `
resource "google_vertex_ai_dataset" "it" {
  display_name        = "d"
  metadata_schema_uri = "gs://google-cloud-aiplatform/schema/dataset/metadata/image_1.0.0.yaml"
  encryption_spec {
    kms_key_name = "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"
  }
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/Dataset",
      {
        name: "projects/123/locations/us-central1/x/1",
        encryptionSpec: { kmsKeyName: "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k" },
      },
    ]),
  ],
  unknown: [
    `
variable "own" {
  type = bool
}
resource "google_vertex_ai_dataset" "it" {
  display_name        = "d"
  metadata_schema_uri = "gs://google-cloud-aiplatform/schema/dataset/metadata/image_1.0.0.yaml"
  encryption_spec {
    kms_key_name = var.own ? "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k" : null
  }
}
`,
  ],
});
