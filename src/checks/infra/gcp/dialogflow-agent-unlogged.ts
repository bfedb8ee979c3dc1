import { mustBe } from "../../../infra/answer.ts";
import { dialogflowAgent } from "../../../infra/types/gcp/services.ts";
import { defineInfraCheck } from "../define.ts";

export const dialogflowAgentUnlogged = defineInfraCheck({
  meta: {
    id: "dialogflow-agent-unlogged",
    code: "PV-GCP-132",
    title: "A Dialogflow agent writes no log",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_GCP_29"],
    controls: ["CWE-778"],
    why: "Nobody sees afterwards what was asked and answered, when somebody has talked the agent into something.",
    mend: "Switch logging on.",
    mends: { terraform: "enable_logging = true" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_dialogflow_agent" "it" {\n  display_name = "a"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_dialogflow_agent" "it" {\n  display_name = "a"\n  enable_logging = true\n}\n',
        },
      ],
    },
  },
  on: dialogflowAgent,
  judge: ({ facts }) => mustBe(facts.logging, true),
});
