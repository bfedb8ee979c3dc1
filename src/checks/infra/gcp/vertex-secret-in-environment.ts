import { mustHoldNoSecret } from "../../../infra/gcp/environment.ts";
import { workload } from "../../../infra/types/gcp/jobs.ts";
import { defineInfraCheck } from "../define.ts";

export const vertexSecretInEnvironment = defineInfraCheck({
  meta: {
    id: "vertex-secret-in-environment",
    code: "PV-GCP-061",
    title: "A secret stands in the environment of a model, job or agent",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-526", "CWE-312", "CWE-522"],
    why: "Everybody who may look at the resource reads the secret; viewer is enough.",
    mend: "Put it into Secret Manager, and let the code or the agent's secretEnv fetch it.",
    mends: {
      terraform:
        'secret_env {\n  name = "HF_TOKEN"\n  secret_ref {\n    secret  = google_secret_manager_secret.hf.secret_id\n    version = "latest"\n  }\n}',
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_vertex_ai_reasoning_engine" "it" {\n  display_name = "agent"\n  region       = "us-central1"\n  spec {\n    deployment_spec {\n      env {\n        name  = "OPENAI_API_KEY"\n        value = "0123456789abcdef0123"\n      }\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_vertex_ai_reasoning_engine" "it" {\n  display_name = "agent"\n  region       = "us-central1"\n  spec {\n    deployment_spec {\n      env {\n        name  = "MODE"\n        value = "fast"\n      }\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: workload,
  judge: ({ facts }) => mustHoldNoSecret(facts.environment),
});
