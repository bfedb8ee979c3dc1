import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { vertexReasoningEngineAccount } from "./vertex-reasoning-engine-account.ts";

infraCases(vertexReasoningEngineAccount, {
  fail: [
    `
resource "google_vertex_ai_reasoning_engine" "it" {
  display_name = "agent"
  region       = "us-central1"
}
`,
    `
resource "google_vertex_ai_reasoning_engine" "it" {
  display_name = "agent"
  region       = "us-central1"
  spec {
    service_account = "123-compute@developer.gserviceaccount.com"
  }
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/ReasoningEngine",
      { name: "projects/123/locations/us-central1/reasoningEngines/1", spec: {} },
    ]),
  ],
  pass: [
    `
resource "google_vertex_ai_reasoning_engine" "it" {
  display_name = "agent"
  region       = "us-central1"
  spec {
    service_account = "train@acme.iam.gserviceaccount.com"
  }
}
`,
    `
resource "google_service_account" "agent" {
  account_id = "agent"
}
resource "google_vertex_ai_reasoning_engine" "it" {
  display_name = "agent"
  region       = "us-central1"
  spec {
    service_account = google_service_account.agent.email
  }
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/ReasoningEngine",
      {
        name: "projects/123/locations/us-central1/reasoningEngines/1",
        spec: { serviceAccount: "train@acme.iam.gserviceaccount.com" },
      },
    ]),
  ],
  unknown: [
    `
variable "account" {
  type = string
}
resource "google_vertex_ai_reasoning_engine" "it" {
  display_name = "agent"
  region       = "us-central1"
  spec {
    service_account = var.account
  }
}
`,
  ],
});
