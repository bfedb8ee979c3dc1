import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { vertexOpenGrant } from "./vertex-open-grant.ts";

infraCases(vertexOpenGrant, {
  fail: [
    `
resource "google_vertex_ai_endpoint_iam_member" "it" {
  endpoint = "e"
  location = "us-central1"
  role     = "roles/aiplatform.user"
  member   = "allUsers"
}
`,
    `
resource "google_vertex_ai_featurestore_iam_binding" "it" {
  featurestore = "f"
  role         = "roles/aiplatform.featurestoreDataViewer"
  members      = ["domain:example.com"]
}
`,
    `
resource "google_colab_runtime_template_iam_policy" "it" {
  runtime_template = "t"
  policy_data      = jsonencode({ bindings = [{ role = "roles/aiplatform.notebookRuntimeUser", members = ["allAuthenticatedUsers"] }] })
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/ReasoningEngine",
      {
        name: "projects/123/locations/us-central1/reasoningEngines/1",
        iamPolicy: {
          version: 3,
          bindings: [{ role: "roles/aiplatform.user", members: ["allUsers"] }],
        },
      },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/NotebookRuntimeTemplate",
      {
        name: "projects/123/locations/us-central1/notebookRuntimeTemplates/1",
        iamPolicy: {
          version: 3,
          bindings: [
            { role: "roles/aiplatform.notebookRuntimeUser", members: ["allAuthenticatedUsers"] },
          ],
        },
      },
    ]),
  ],
  pass: [
    `
resource "google_vertex_ai_endpoint_iam_member" "it" {
  endpoint = "e"
  location = "us-central1"
  role     = "roles/aiplatform.user"
  member   = "group:ml@example.com"
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/ReasoningEngine",
      {
        name: "projects/123/locations/us-central1/reasoningEngines/1",
        iamPolicy: {
          version: 3,
          bindings: [{ role: "roles/aiplatform.user", members: ["group:ml@example.com"] }],
        },
      },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/Endpoint",
      { name: "projects/123/locations/us-central1/endpoints/1" },
    ]),
  ],
  unknown: [
    `
variable "who" {
  type = string
}
resource "google_vertex_ai_endpoint_iam_member" "it" {
  endpoint = "e"
  location = "us-central1"
  role     = "roles/aiplatform.user"
  member   = var.who
}
`,
  ],
  refused: [
    gcpSnapshot([
      "aiplatform.googleapis.com/Endpoint",
      {
        name: "projects/123/locations/us-central1/endpoints/1",
        iamPolicy: { $unread: "aiplatform.endpoints.getIamPolicy (403 PERMISSION_DENIED)" },
      },
    ]),
  ],
});
