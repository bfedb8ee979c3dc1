import { infraCases } from "../../../testing/infra-cases.ts";
import { bedrockAgentKey } from "./bedrock-agent-key.ts";

infraCases(bedrockAgentKey, {
  fail: [
    `
resource "aws_bedrockagent_agent" "a" {
  agent_name              = "a"
  agent_resource_role_arn = "arn:aws:iam::123456789012:role/a"
  foundation_model        = "anthropic.claude-3-haiku-20240307-v1:0"
}
`,
  ],
  pass: [
    `
resource "aws_bedrockagent_agent" "a" {
  agent_name              = "a"
  agent_resource_role_arn = "arn:aws:iam::123456789012:role/a"
  foundation_model        = "anthropic.claude-3-haiku-20240307-v1:0"
  customer_encryption_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"
}
`,
  ],
});
