import { infraCases } from "../../../testing/infra-cases.ts";
import { bedrockPromptKey } from "./bedrock-prompt-key.ts";

infraCases(bedrockPromptKey, {
  fail: [
    `
resource "aws_bedrockagent_prompt" "answers" {
  name = "answers"
}
`,
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Answers:
    Type: AWS::Bedrock::Prompt
    Properties:
      Name: answers
`,
    },
  ],
  pass: [
    `
resource "aws_bedrockagent_prompt" "answers" {
  name = "answers"
  customer_encryption_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"
}
`,
    `
resource "aws_kms_key" "k" {}
resource "aws_bedrockagent_prompt" "answers" {
  name = "answers"
  customer_encryption_key_arn = aws_kms_key.k.arn
}
`,
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Answers:
    Type: AWS::Bedrock::Prompt
    Properties:
      Name: answers
      CustomerEncryptionKeyArn: arn:aws:kms:eu-west-1:123456789012:key/1
`,
    },
  ],
});
