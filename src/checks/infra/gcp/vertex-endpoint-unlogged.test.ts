import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { vertexEndpointUnlogged } from "./vertex-endpoint-unlogged.ts";

infraCases(vertexEndpointUnlogged, {
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
  predict_request_response_logging_config {
    enabled = false
  }
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/Endpoint",
      { name: "projects/123/locations/us-central1/endpoints/1" },
    ]),
  ],
  pass: [
    `
resource "google_vertex_ai_endpoint" "it" {
  name         = "e"
  display_name = "e"
  location     = "us-central1"
  predict_request_response_logging_config {
    enabled       = true
    sampling_rate = 1
  }
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/Endpoint",
      {
        name: "projects/123/locations/us-central1/endpoints/1",
        predictRequestResponseLoggingConfig: { enabled: true, samplingRate: 1 },
      },
    ]),
  ],
  unknown: [
    `
variable "log" {
  type = bool
}
resource "google_vertex_ai_endpoint" "it" {
  name         = "e"
  display_name = "e"
  location     = "us-central1"
  predict_request_response_logging_config {
    enabled = var.log
  }
}
`,
  ],
});
