import { infraCases } from "../../../testing/infra-cases.ts";
import { bedrockFlowKey } from "./bedrock-flow-key.ts";

infraCases(bedrockFlowKey, {
  fail: [
    `
resource "aws_bedrockagent_flow" "answers" {
  name = "answers"
  execution_role_arn = "arn:aws:iam::123456789012:role/flow"
}
`,
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Answers:
    Type: AWS::Bedrock::Flow
    Properties:
      Name: answers
`,
    },
  ],
  pass: [
    `
resource "aws_bedrockagent_flow" "answers" {
  name = "answers"
  execution_role_arn = "arn:aws:iam::123456789012:role/flow"
  customer_encryption_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"
}
`,
    `
resource "aws_kms_key" "k" {}
resource "aws_bedrockagent_flow" "answers" {
  name = "answers"
  execution_role_arn = "arn:aws:iam::123456789012:role/flow"
  customer_encryption_key_arn = aws_kms_key.k.arn
}
`,
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Answers:
    Type: AWS::Bedrock::Flow
    Properties:
      Name: answers
      CustomerEncryptionKeyArn: arn:aws:kms:eu-west-1:123456789012:key/1
`,
    },
  ],
});
