import { infraCases } from "../../../testing/infra-cases.ts";
import { dialogflowCxWebhookUnlogged } from "./dialogflow-cx-webhook-unlogged.ts";

infraCases(dialogflowCxWebhookUnlogged, {
  fail: [
    `
resource "google_dialogflow_cx_webhook" "it" {
  display_name = "h"
}
`,
  ],
  pass: [
    `
resource "google_dialogflow_cx_webhook" "it" {
  display_name = "h"
  enable_stackdriver_logging = true
}
`,
  ],
  unknown: [
    `
variable "v" {
  type = bool
}
resource "google_dialogflow_cx_webhook" "it" {
  display_name = "h"
  enable_stackdriver_logging = var.v
}
`,
  ],
});
