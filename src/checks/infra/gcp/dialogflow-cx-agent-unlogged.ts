import { mustBe } from "../../../infra/answer.ts";
import { dialogflowCxAgent } from "../../../infra/types/gcp/services.ts";
import { defineInfraCheck } from "../define.ts";

export const dialogflowCxAgentUnlogged = defineInfraCheck({
  meta: {
    id: "dialogflow-cx-agent-unlogged",
    code: "PV-GCP-133",
    title: "A Dialogflow CX agent writes no log",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_GCP_30"],
    controls: ["CWE-778"],
    why: "Nobody sees afterwards what was asked and answered, when somebody has talked the agent into something.",
    mend: "Switch Cloud Logging on.",
    mends: {
      terraform:
        "advanced_settings {\n  logging_settings {\n    enable_stackdriver_logging = true\n  }\n}",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_dialogflow_cx_agent" "it" {\n  display_name = "a"\n  location     = "global"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_dialogflow_cx_agent" "it" {\n  display_name = "a"\n  location     = "global"\n  enable_stackdriver_logging = true\n}\n',
        },
      ],
    },
  },
  on: dialogflowCxAgent,
  judge: ({ facts }) => mustBe(facts.logging, true),
});
