import { infraCases } from "../../../testing/infra-cases.ts";
import { bedrockAgentRoleShared } from "./bedrock-agent-role-shared.ts";

infraCases(bedrockAgentRoleShared, {
  fail: [
    `
resource "aws_bedrockagent_agent" "a" {
  agent_name              = "a"
  agent_resource_role_arn = "arn:aws:iam::123456789012:role/x"
  foundation_model        = "m"
}
resource "aws_bedrockagent_agent" "b" {
  agent_name              = "b"
  agent_resource_role_arn = "arn:aws:iam::123456789012:role/x"
  foundation_model        = "m"
}
`,
  ],
  pass: [
    `
resource "aws_bedrockagent_agent" "a" {
  agent_name              = "a"
  agent_resource_role_arn = "arn:aws:iam::123456789012:role/x"
  foundation_model        = "m"
}
resource "aws_bedrockagent_agent" "b" {
  agent_name              = "b"
  agent_resource_role_arn = "arn:aws:iam::123456789012:role/y"
  foundation_model        = "m"
}
`,
  ],
  unknown: [
    `
variable "v" {
  type = string
}
resource "aws_bedrockagent_agent" "a" {
  agent_name              = "a"
  agent_resource_role_arn = var.v
  foundation_model        = "m"
}
`,
  ],
});
