import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { dialogflowAgentUnlogged } from "./dialogflow-agent-unlogged.ts";

infraCases(dialogflowAgentUnlogged, {
  fail: [
    `
resource "google_dialogflow_agent" "it" {
  display_name = "a"
}
`,
    `
resource "google_dialogflow_agent" "it" {
  display_name = "a"
  enable_logging = false
}
`,
    gcpSnapshot(["dialogflow.googleapis.com/Agent", { parent: "projects/acme", displayName: "a" }]),
  ],
  pass: [
    `
resource "google_dialogflow_agent" "it" {
  display_name = "a"
  enable_logging = true
}
`,
    gcpSnapshot([
      "dialogflow.googleapis.com/Agent",
      { parent: "projects/acme", displayName: "a", enableLogging: true },
    ]),
  ],
  unknown: [
    `
variable "v" {
  type = bool
}
resource "google_dialogflow_agent" "it" {
  display_name = "a"
  enable_logging = var.v
}
`,
  ],
});
