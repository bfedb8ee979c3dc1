import { mustBe } from "../../../infra/answer.ts";
import { gardenDeployment } from "../../../infra/types/gcp/vertex.ts";
import { defineInfraCheck } from "../define.ts";

export const vertexGardenEndpointPublic = defineInfraCheck({
  meta: {
    id: "vertex-garden-endpoint-public",
    code: "PV-GCP-064",
    title: "A model of Model Garden is deployed where the internet reaches it",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-668", "ATLAS:AML.T0040"],
    why: "Whoever comes by a token asks the model from anywhere, at the cost of your accelerators.",
    mend: "Deploy it behind Private Service Connect.",
    mends: {
      terraform:
        "endpoint_config {\n  private_service_connect_config {\n    enable_private_service_connect = true\n    project_allowlist              = [google_project.this.project_id]\n  }\n}",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_vertex_ai_endpoint_with_model_garden_deployment" "it" {\n  publisher_model_name = "publishers/google/models/gemma3@gemma-3-1b-it"\n  location             = "us-central1"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_vertex_ai_endpoint_with_model_garden_deployment" "it" {\n  publisher_model_name = "publishers/google/models/gemma3@gemma-3-1b-it"\n  location             = "us-central1"\n  endpoint_config {\n    private_service_connect_config {\n      enable_private_service_connect = true\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: gardenDeployment,
  judge: ({ facts }) => mustBe(facts.privateConnect, true),
});
