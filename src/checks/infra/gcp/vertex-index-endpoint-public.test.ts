import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { vertexIndexEndpointPublic } from "./vertex-index-endpoint-public.ts";

infraCases(vertexIndexEndpointPublic, {
  fail: [
    `
resource "google_vertex_ai_index_endpoint" "it" {
  display_name = "i"
  region       = "us-central1"
  public_endpoint_enabled = true
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/IndexEndpoint",
      { name: "projects/123/locations/us-central1/indexEndpoints/1", publicEndpointEnabled: true },
    ]),
  ],
  pass: [
    `
resource "google_vertex_ai_index_endpoint" "it" {
  display_name = "i"
  region       = "us-central1"
}
`,
    `
resource "google_vertex_ai_index_endpoint" "it" {
  display_name = "i"
  region       = "us-central1"
  public_endpoint_enabled = false
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/IndexEndpoint",
      {
        name: "projects/123/locations/us-central1/indexEndpoints/1",
        network: "projects/123/global/networks/ml",
      },
    ]),
  ],
  unknown: [
    `
variable "open" {
  type = bool
}
resource "google_vertex_ai_index_endpoint" "it" {
  display_name = "i"
  region       = "us-central1"
  public_endpoint_enabled = var.open
}
`,
  ],
});
