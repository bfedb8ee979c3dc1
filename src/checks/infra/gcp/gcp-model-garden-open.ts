import { usesAi } from "../../../infra/gcp/uses.ts";
import { mustLimitValues } from "../../../infra/gcp/org-policy.ts";
import { project } from "../../../infra/types/gcp/project.ts";
import { defineInfraCheck } from "../define.ts";

export const gcpModelGardenOpen = defineInfraCheck({
  meta: {
    id: "gcp-model-garden-open",
    code: "PV-GCP-027",
    title: "Any model of Model Garden may be used",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: [],
    controls: ["CWE-829", "ATLAS:AML.T0010.003", "OWASP-LLM04:2026"],
    why: "Models that nobody chose come into use, with their licences, their terms and what they were trained on.",
    mend: "Allow the models that you have examined by the constraint vertexai.allowedModels.",
    mends: {
      terraform:
        'resource "google_org_policy_policy" "models" {\n  name   = "projects/PROJECT/policies/vertexai.allowedModels"\n  parent = "projects/PROJECT"\n  spec {\n    rules {\n      values {\n        allowed_values = ["publishers/google/models/gemini-2.5-flash:predict"]\n      }\n    }\n  }\n}',
      gcloud: "gcloud org-policies set-policy allowed-models.yaml",
    },
    references: ["https://cloud.google.com/vertex-ai/generative-ai/docs/control-model-access"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"cloudresourcemanager.googleapis.com/Project","address":"//cloudresourcemanager.googleapis.com/projects/123","body":{"name":"projects/123","projectId":"acme","ancestors":[],"iamPolicy":{"bindings":[]},"orgPolicies":{"vertexaiAllowedModels":{"rules":[{"allowAll":true}]}}}}\n{"type":"aiplatform.googleapis.com/Endpoint","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/endpoints/1","body":{"name":"projects/123/locations/us-central1/endpoints/1"}}\n',
        },
      ],
      clean: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"cloudresourcemanager.googleapis.com/Project","address":"//cloudresourcemanager.googleapis.com/projects/123","body":{"name":"projects/123","projectId":"acme","ancestors":[],"iamPolicy":{"bindings":[]},"orgPolicies":{"vertexaiAllowedModels":{"rules":[{"values":{"allowedValues":["publishers/google/models/gemini-2.5-flash:predict"]}}]}}}}\n{"type":"aiplatform.googleapis.com/Endpoint","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/endpoints/1","body":{"name":"projects/123/locations/us-central1/endpoints/1"}}\n',
        },
      ],
    },
  },
  on: project,
  judge: (it, cloud) =>
    it.resource.dialect === "gcp" && usesAi(it, cloud)
      ? mustLimitValues(it.facts.allowedModels, it.resource.at)
      : undefined,
});
