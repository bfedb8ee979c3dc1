import { infraCases } from "../../../testing/infra-cases.ts";
import { bedrockGuardrailPersonalData } from "./bedrock-guardrail-personal-data.ts";

infraCases(bedrockGuardrailPersonalData, {
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
  sensitive_information_policy_config {
    pii_entities_config {
      type   = "EMAIL"
      action = "ANONYMIZE"
    }
  }
}
`,
  ],
});
