import { mustBe } from "../../../infra/answer.ts";
import { dialogflowCxWebhook } from "../../../infra/types/gcp/services.ts";
import { defineInfraCheck } from "../define.ts";

export const dialogflowCxWebhookUnlogged = defineInfraCheck({
  meta: {
    id: "dialogflow-cx-webhook-unlogged",
    code: "PV-GCP-134",
    title: "A webhook of Dialogflow CX writes no log",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_GCP_31"],
    controls: ["CWE-778"],
    why: "What the agent sends out and gets back is seen by nobody.",
    mend: "Switch Cloud Logging on.",
    mends: { terraform: "enable_stackdriver_logging = true" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_dialogflow_cx_webhook" "it" {\n  display_name = "h"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_dialogflow_cx_webhook" "it" {\n  display_name = "h"\n  enable_stackdriver_logging = true\n}\n',
        },
      ],
    },
  },
  on: dialogflowCxWebhook,
  judge: ({ facts }) => mustBe(facts.logging, true),
});
