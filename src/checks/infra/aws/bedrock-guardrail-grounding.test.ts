import { infraCases } from "../../../testing/infra-cases.ts";
import { bedrockGuardrailGrounding } from "./bedrock-guardrail-grounding.ts";

infraCases(bedrockGuardrailGrounding, {
  fail: [
    `
resource "aws_bedrock_guardrail" "g" {
  name                      = "g"
  blocked_input_messaging   = "no"
  blocked_outputs_messaging = "no"
}
`,
  ],
  pass: [
    `
resource "aws_bedrock_guardrail" "g" {
  name                      = "g"
  blocked_input_messaging   = "no"
  blocked_outputs_messaging = "no"
  contextual_grounding_policy_config {
    filters_config {
      type      = "GROUNDING"
      threshold = 0.7
    }
  }
}
`,
  ],
});
