import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { vertexReasoningEnginePickle } from "./vertex-reasoning-engine-pickle.ts";

infraCases(vertexReasoningEnginePickle, {
  fail: [
    `
resource "google_vertex_ai_reasoning_engine" "it" {
  display_name = "agent"
  region       = "us-central1"
  spec {
    package_spec {
      pickle_object_gcs_uri = "gs://acme-agents/agent.pkl"
    }
  }
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/ReasoningEngine",
      {
        name: "projects/123/locations/us-central1/reasoningEngines/1",
        spec: { packageSpec: { pickleObjectGcsUri: "gs://acme-agents/agent.pkl" } },
      },
    ]),
  ],
  pass: [
    `
resource "google_vertex_ai_reasoning_engine" "it" {
  display_name = "agent"
  region       = "us-central1"
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
});
