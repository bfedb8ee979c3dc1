import { infraCases } from "../../../testing/infra-cases.ts";
import { bedrockAgentGuardrailDraft } from "./bedrock-agent-guardrail-draft.ts";

infraCases(bedrockAgentGuardrailDraft, {
  fail: [
    `
resource "aws_bedrockagent_agent" "a" {
  agent_name              = "a"
  agent_resource_role_arn = "arn:aws:iam::123456789012:role/a"
  foundation_model        = "anthropic.claude-3-haiku-20240307-v1:0"
  guardrail_configuration {
    guardrail_identifier = "gr-1"
    guardrail_version    = "DRAFT"
  }
}
`,
  ],
  pass: [
    `
resource "aws_bedrock_guardrail_version" "one" {
  guardrail_arn = "arn:aws:bedrock:eu-west-1:123456789012:guardrail/gr-1"
}
resource "aws_bedrockagent_agent" "a" {
  agent_name              = "a"
  agent_resource_role_arn = "arn:aws:iam::123456789012:role/a"
  foundation_model        = "anthropic.claude-3-haiku-20240307-v1:0"
  guardrail_configuration {
    guardrail_identifier = "gr-1"
    guardrail_version    = aws_bedrock_guardrail_version.one.version
  }
}
`,
    `
resource "aws_bedrockagent_agent" "a" {
  agent_name              = "a"
  agent_resource_role_arn = "arn:aws:iam::123456789012:role/a"
  foundation_model        = "anthropic.claude-3-haiku-20240307-v1:0"
  guardrail_configuration {
    guardrail_identifier = "gr-1"
    guardrail_version    = "2"
  }
}
`,
  ],
  silent: [
    `
resource "aws_bedrockagent_agent" "a" {
  agent_name              = "a"
  agent_resource_role_arn = "arn:aws:iam::123456789012:role/a"
  foundation_model        = "anthropic.claude-3-haiku-20240307-v1:0"
}
`,
  ],
});
