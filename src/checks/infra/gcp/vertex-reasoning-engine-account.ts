import { fail } from "../../../infra/answer.ts";
import { mustHaveOwnAccount } from "../../../infra/gcp/accounts.ts";
import { reasoningEngine } from "../../../infra/types/gcp/vertex.ts";
import { defineInfraCheck } from "../define.ts";

export const vertexReasoningEngineAccount = defineInfraCheck({
  meta: {
    id: "vertex-reasoning-engine-account",
    code: "PV-GCP-060",
    title: "An agent runs as an account that others share",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-250", "OWASP-ASI03:2026", "OWASP-LLM03:2026"],
    why: "An agent that is talked into something does it with the roles of its account; where all agents share one, one agent's roles are every agent's.",
    mend: "Give the agent a service account with the roles of its tools.",
    mends: { terraform: "spec {\n  service_account = google_service_account.agent.email\n}" },
    references: ["https://cloud.google.com/vertex-ai/generative-ai/docs/agent-engine/set-up"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_vertex_ai_reasoning_engine" "it" {\n  display_name = "agent"\n  region       = "us-central1"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_vertex_ai_reasoning_engine" "it" {\n  display_name = "agent"\n  region       = "us-central1"\n  spec {\n    service_account = "train@acme.iam.gserviceaccount.com"\n  }\n}\n',
        },
      ],
    },
  },
  on: reasoningEngine,
  judge: ({ facts, resource }) =>
    facts.serviceAccount.kind === "absent"
      ? fail(resource.at, {
          message:
            "The agent names no account, and so runs as the service agent that all agents of the project share",
        })
      : mustHaveOwnAccount(facts.serviceAccount),
});
