import { mustBeAbsent } from "../../../infra/answer.ts";
import { reasoningEngine } from "../../../infra/types/gcp/vertex.ts";
import { defineInfraCheck } from "../define.ts";

export const vertexReasoningEnginePickle = defineInfraCheck({
  meta: {
    id: "vertex-reasoning-engine-pickle",
    code: "PV-GCP-065",
    title: "An agent is unpickled from a bucket when it starts",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-502", "ATLAS:AML.T0011.000", "OWASP-ASI04:2026"],
    why: "Whoever can write to the bucket has their code run as the agent, with its account and its tools.",
    mend: "Deploy the agent from source files or an image, and lock the bucket.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_vertex_ai_reasoning_engine" "it" {\n  display_name = "agent"\n  region       = "us-central1"\n  spec {\n    package_spec {\n      pickle_object_gcs_uri = "gs://acme-agents/agent.pkl"\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_vertex_ai_reasoning_engine" "it" {\n  display_name = "agent"\n  region       = "us-central1"\n}\n',
        },
      ],
    },
  },
  on: reasoningEngine,
  judge: ({ facts }) => mustBeAbsent(facts.package),
});
