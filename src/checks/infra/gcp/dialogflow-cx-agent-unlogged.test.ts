import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { dialogflowCxAgentUnlogged } from "./dialogflow-cx-agent-unlogged.ts";

infraCases(dialogflowCxAgentUnlogged, {
  fail: [
    `
resource "google_dialogflow_cx_agent" "it" {
  display_name = "a"
  location     = "global"
}
`,
    `
resource "google_dialogflow_cx_agent" "it" {
  display_name = "a"
  location     = "global"
  enable_stackdriver_logging = false
}
`,
    gcpSnapshot([
      "dialogflow.googleapis.com/CxAgent",
      { name: "projects/acme/locations/global/agents/1" },
    ]),
  ],
  pass: [
    `
resource "google_dialogflow_cx_agent" "it" {
  display_name = "a"
  location     = "global"
  enable_stackdriver_logging = true
}
`,
    `
resource "google_dialogflow_cx_agent" "it" {
  display_name = "a"
  location     = "global"
  advanced_settings {
    logging_settings {
      enable_stackdriver_logging = true
    }
  }
}
`,
    gcpSnapshot([
      "dialogflow.googleapis.com/CxAgent",
      {
        name: "projects/acme/locations/global/agents/1",
        advancedSettings: { loggingSettings: { enableStackdriverLogging: true } },
      },
    ]),
  ],
  unknown: [
    `
variable "v" {
  type = bool
}
resource "google_dialogflow_cx_agent" "it" {
  display_name = "a"
  location     = "global"
  enable_stackdriver_logging = var.v
}
`,
  ],
});
