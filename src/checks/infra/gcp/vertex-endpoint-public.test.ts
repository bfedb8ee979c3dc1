import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { vertexEndpointPublic } from "./vertex-endpoint-public.ts";

infraCases(vertexEndpointPublic, {
  fail: [
    `
resource "google_vertex_ai_endpoint" "it" {
  name         = "e"
  display_name = "e"
  location     = "us-central1"
}
`,
    `
resource "google_vertex_ai_endpoint" "it" {
  name         = "e"
  display_name = "e"
  location     = "us-central1"
  dedicated_endpoint_enabled = true
}
`,
    `
resource "google_vertex_ai_endpoint" "it" {
  name         = "e"
  display_name = "e"
  location     = "us-central1"
  private_service_connect_config {
    enable_private_service_connect = false
  }
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/Endpoint",
      { name: "projects/123/locations/us-central1/endpoints/1", dedicatedEndpointEnabled: true },
    ]),
  ],
  pass: [
    `
resource "google_vertex_ai_endpoint" "it" {
  name         = "e"
  display_name = "e"
  location     = "us-central1"
  network = "projects/123/global/networks/ml"
}
`,
    `
resource "google_vertex_ai_endpoint" "it" {
  name         = "e"
  display_name = "e"
  location     = "us-central1"
  private_service_connect_config {
    enable_private_service_connect = true
  }
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/Endpoint",
      {
        name: "projects/123/locations/us-central1/endpoints/1",
        network: "projects/123/global/networks/ml",
      },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/Endpoint",
      {
        name: "projects/123/locations/us-central1/endpoints/1",
        privateServiceConnectConfig: { enablePrivateServiceConnect: true },
      },
    ]),
  ],
  unknown: [
    `
variable "psc" {
  type = bool
}
resource "google_vertex_ai_endpoint" "it" {
  name         = "e"
  display_name = "e"
  location     = "us-central1"
  private_service_connect_config {
    enable_private_service_connect = var.psc
  }
}
`,
  ],
});
