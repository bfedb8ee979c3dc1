import { infraCases } from "../../../testing/infra-cases.ts";
import { bedrockAgentShell } from "./bedrock-agent-shell.ts";

infraCases(bedrockAgentShell, {
  fail: [
    `
resource "aws_bedrockagent_agent" "ops" {
  agent_name              = "ops"
  agent_resource_role_arn = "r"
  foundation_model        = "anthropic.claude-3-5-sonnet-20241022-v2:0"
}
resource "aws_bedrockagent_agent_action_group" "shell" {
  action_group_name             = "shell"
  agent_id                      = aws_bedrockagent_agent.ops.id
  agent_version                 = "DRAFT"
  parent_action_group_signature = "ANTHROPIC.Bash"
}
`,
    `
resource "aws_bedrockagent_agent" "ops" {
  agent_name              = "ops"
  agent_resource_role_arn = "r"
  foundation_model        = "anthropic.claude-3-5-sonnet-20241022-v2:0"
}
resource "aws_bedrockagent_agent_action_group" "shell" {
  action_group_name             = "shell"
  agent_id                      = aws_bedrockagent_agent.ops.id
  agent_version                 = "DRAFT"
  parent_action_group_signature = "ANTHROPIC.Computer"
}
`,
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Agent:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: support
      AgentResourceRoleArn: r
      ActionGroups:
        - ActionGroupName: shell
          ParentActionGroupSignature: ANTHROPIC.TextEditor
`,
    },
  ],
  pass: [
    `
resource "aws_bedrockagent_agent" "ops" {
  agent_name              = "ops"
  agent_resource_role_arn = "r"
  foundation_model        = "anthropic.claude-3-5-sonnet-20241022-v2:0"
}
resource "aws_bedrockagent_agent_action_group" "shell" {
  action_group_name             = "shell"
  agent_id                      = aws_bedrockagent_agent.ops.id
  agent_version                 = "DRAFT"
  parent_action_group_signature = "AMAZON.CodeInterpreter"
}
`,
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Agent:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: support
      AgentResourceRoleArn: r
      ActionGroups:
        - ActionGroupName: shell
          ParentActionGroupSignature: AMAZON.UserInput
`,
    },
  ],
  silent: [
    `
resource "aws_bedrockagent_agent" "ops" {
  agent_name              = "ops"
  agent_resource_role_arn = "r"
  foundation_model        = "anthropic.claude-3-5-sonnet-20241022-v2:0"
}
`,
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Agent:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: support
      AgentResourceRoleArn: r
      ActionGroups:
        - ActionGroupName: shell
          ParentActionGroupSignature: ANTHROPIC.Bash
          ActionGroupState: DISABLED
`,
    },
  ],
});
