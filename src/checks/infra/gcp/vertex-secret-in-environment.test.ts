import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { vertexSecretInEnvironment } from "./vertex-secret-in-environment.ts";

infraCases(vertexSecretInEnvironment, {
  fail: [
    `
resource "google_vertex_ai_reasoning_engine" "it" {
  display_name = "agent"
  region       = "us-central1"
  spec {
    deployment_spec {
      env {
        name  = "OPENAI_API_KEY"
        value = "0123456789abcdef0123"
      }
    }
  }
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/ReasoningEngine",
      {
        name: "projects/123/locations/us-central1/reasoningEngines/1",
        spec: {
          deploymentSpec: { env: [{ name: "DB_PASSWORD", value: "correct-horse-battery" }] },
        },
      },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/Model",
      {
        name: "projects/123/locations/us-central1/models/1",
        containerSpec: { imageUri: "a", env: [{ name: "HF_TOKEN", value: "hf_0123456789abcdef" }] },
      },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/CustomJob",
      {
        name: "projects/123/locations/us-central1/customJobs/1",
        jobSpec: {
          workerPoolSpecs: [
            {
              containerSpec: {
                imageUri: "a",
                env: [{ name: "WANDB_API_KEY", value: "0123456789abcdef" }],
              },
            },
          ],
        },
      },
    ]),
  ],
  pass: [
    `
resource "google_vertex_ai_reasoning_engine" "it" {
  display_name = "agent"
  region       = "us-central1"
  spec {
    deployment_spec {
      env {
        name  = "MODE"
        value = "fast"
      }
    }
  }
}
`,
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
        spec: {
          deploymentSpec: {
            env: [
              { name: "TOKEN_SECRET", value: "projects/p/secrets/hf/versions/1" },
              { name: "MAX_TOKENS", value: "4096" },
            ],
          },
        },
      },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/Model",
      { name: "projects/123/locations/us-central1/models/1", containerSpec: { imageUri: "a" } },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/CustomJob",
      {
        name: "projects/123/locations/us-central1/customJobs/1",
        jobSpec: {
          workerPoolSpecs: [
            { containerSpec: { imageUri: "a", env: [{ name: "EPOCHS", value: "3" }] } },
          ],
        },
      },
    ]),
  ],
  unknown: [
    `
variable "key" {
  type = string
}
resource "google_vertex_ai_reasoning_engine" "it" {
  display_name = "agent"
  region       = "us-central1"
  spec {
    deployment_spec {
      env {
        name  = "OPENAI_API_KEY"
        value = var.key
      }
    }
  }
}
`,
  ],
});
