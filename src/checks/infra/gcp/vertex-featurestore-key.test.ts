import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { vertexFeaturestoreKey } from "./vertex-featurestore-key.ts";

infraCases(vertexFeaturestoreKey, {
  fail: [
    `
resource "google_vertex_ai_featurestore" "it" {
  name = "f"
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/Featurestore",
      { name: "projects/123/locations/us-central1/x/1" },
    ]),
  ],
  pass: [
    `
resource "google_vertex_ai_featurestore" "it" {
  name = "f"
  encryption_spec {
    kms_key_name = google_kms_crypto_key.ml.id
  }
}
`,
    `
resource "google_vertex_ai_featurestore" "it" {
  name = "f"
  encryption_spec {
    kms_key_name = "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"
  }
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/Featurestore",
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
resource "google_vertex_ai_featurestore" "it" {
  name = "f"
  encryption_spec {
    kms_key_name = var.own ? "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k" : null
  }
}
`,
  ],
});
