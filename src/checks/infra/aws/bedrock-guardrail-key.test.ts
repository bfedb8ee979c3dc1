import { infraCases } from "../../../testing/infra-cases.ts";
import { bedrockGuardrailKey } from "./bedrock-guardrail-key.ts";

infraCases(bedrockGuardrailKey, {
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
  kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"
}
`,
  ],
});
