import { infraCases } from "../../../testing/infra-cases.ts";
import { vertexGardenEndpointPublic } from "./vertex-garden-endpoint-public.ts";

infraCases(vertexGardenEndpointPublic, {
  fail: [
    `
resource "google_vertex_ai_endpoint_with_model_garden_deployment" "it" {
  publisher_model_name = "publishers/google/models/gemma3@gemma-3-1b-it"
  location             = "us-central1"
}
`,
  ],
  pass: [
    `
resource "google_vertex_ai_endpoint_with_model_garden_deployment" "it" {
  publisher_model_name = "publishers/google/models/gemma3@gemma-3-1b-it"
  location             = "us-central1"
  endpoint_config {
    private_service_connect_config {
      enable_private_service_connect = true
    }
  }
}
`,
  ],
  unknown: [
    `
variable "psc" {
  type = bool
}
resource "google_vertex_ai_endpoint_with_model_garden_deployment" "it" {
  publisher_model_name = "publishers/google/models/gemma3@gemma-3-1b-it"
  location             = "us-central1"
  endpoint_config {
    private_service_connect_config {
      enable_private_service_connect = var.psc
    }
  }
}
`,
  ],
});
