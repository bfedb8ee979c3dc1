import { any, mustBe, mustBeSet } from "../../../infra/answer.ts";
import { weighedByPerimeter } from "../../../infra/gcp/projects.ts";
import { endpoint } from "../../../infra/types/gcp/vertex.ts";
import { openToWorld } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";

/** Private Service Connect is as private as a peered network; Checkov knows only the latter. */
export const vertexEndpointPublic = defineInfraCheck({
  meta: {
    id: "vertex-endpoint-public",
    code: "PV-GCP-040",
    title: "A Vertex AI endpoint answers on the internet",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_GCP_33"],
    controls: ["CWE-668", "ATLAS:AML.T0040"],
    why: "Whoever comes by a token asks the model from anywhere: to copy it, to fool it, or at your cost.",
    mend: "Serve it through Private Service Connect, or in a peered network.",
    mends: {
      terraform:
        "private_service_connect_config {\n  enable_private_service_connect = true\n  project_allowlist              = [google_project.this.project_id]\n}",
      gcloud:
        "# It can't be changed on an endpoint that exists: make one anew.\ngcloud ai endpoints create --region={region} --display-name=NAME --network=projects/NUMBER/global/networks/NETWORK",
    },
    blind:
      "A perimeter of VPC Service Controls, where only Terraform is read: it keeps strangers out of a public endpoint as well.",
    references: ["https://cloud.google.com/vertex-ai/docs/predictions/using-private-endpoints"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_vertex_ai_endpoint" "it" {\n  name         = "e"\n  display_name = "e"\n  location     = "us-central1"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_vertex_ai_endpoint" "it" {\n  name         = "e"\n  display_name = "e"\n  location     = "us-central1"\n  network = "projects/123/global/networks/ml"\n}\n',
        },
      ],
    },
  },
  on: endpoint,
  judge: (it, cloud) => {
    const { facts, resource } = it;
    const answer = any(mustBe(facts.privateConnect, true), mustBeSet(facts.network));
    return openToWorld(weighedByPerimeter(answer, resource, cloud), it, {
      comes: "asks Google's public API, with a token that may",
      ends: "answers from any network",
    });
  },
});
