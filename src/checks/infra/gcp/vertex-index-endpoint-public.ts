import { mustBe } from "../../../infra/answer.ts";
import { weighedByPerimeter } from "../../../infra/gcp/projects.ts";
import { indexEndpoint } from "../../../infra/types/gcp/vertex.ts";
import { defineInfraCheck } from "../define.ts";

export const vertexIndexEndpointPublic = defineInfraCheck({
  meta: {
    id: "vertex-index-endpoint-public",
    code: "PV-GCP-055",
    title: "A vector search endpoint answers on the internet",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_GCP_34"],
    controls: ["CWE-668", "ATLAS:AML.T0040", "OWASP-LLM09:2026"],
    why: "Embeddings give away the texts that they were made of; whoever comes by a token asks for them from anywhere.",
    mend: "Serve it through Private Service Connect, or in a peered network.",
    mends: {
      terraform:
        "public_endpoint_enabled = false\nprivate_service_connect_config {\n  enable_private_service_connect = true\n}",
      gcloud:
        "# It can't be changed on an endpoint that exists: make one anew.\ngcloud ai index-endpoints create --region={region} --display-name=NAME --network=projects/NUMBER/global/networks/NETWORK",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_vertex_ai_index_endpoint" "it" {\n  display_name = "i"\n  region       = "us-central1"\n  public_endpoint_enabled = true\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_vertex_ai_index_endpoint" "it" {\n  display_name = "i"\n  region       = "us-central1"\n}\n',
        },
      ],
    },
  },
  on: indexEndpoint,
  judge: ({ facts, resource }, cloud) =>
    weighedByPerimeter(mustBe(facts.isPublic, false), resource, cloud),
});
