import { grantsOf, mustNotBeOpen } from "../../../infra/gcp/grants.ts";
import { vertexAccess } from "../../../infra/types/gcp/access.ts";
import { wayByGrant } from "../../../infra/gcp/ways.ts";
import { defineInfraCheck } from "../define.ts";

export const vertexOpenGrant = defineInfraCheck({
  meta: {
    id: "vertex-open-grant",
    code: "PV-GCP-043",
    title: "Everybody may use a resource of Vertex AI",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-284", "CWE-732", "ATLAS:AML.T0040", "ATLAS:AML.T0044"],
    why: "A grant on the resource itself goes past what the project allows: strangers ask the agent, read features, or start notebooks.",
    mend: "Take the grant away, and name who needs it.",
    mends: {
      terraform: 'members = ["group:ml-team@example.com"]',
      gcloud:
        "curl -X POST -H \"Authorization: Bearer $(gcloud auth print-access-token)\" -H 'Content-Type: application/json' \\\n  'https://{region}-aiplatform.googleapis.com/v1/RESOURCE:setIamPolicy' -d @policy.json",
    },
    blind: "Policies of models and data sets, which no role lets anybody read.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_vertex_ai_endpoint_iam_member" "it" {\n  endpoint = "e"\n  location = "us-central1"\n  role     = "roles/aiplatform.user"\n  member   = "allUsers"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_vertex_ai_endpoint_iam_member" "it" {\n  endpoint = "e"\n  location = "us-central1"\n  role     = "roles/aiplatform.user"\n  member   = "group:ml@example.com"\n}\n',
        },
      ],
    },
  },
  on: vertexAccess,
  judge: (it, cloud) => mustNotBeOpen(grantsOf(it, cloud), wayByGrant(it)),
});
