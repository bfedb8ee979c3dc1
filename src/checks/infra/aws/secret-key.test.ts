import { infraCases } from "../../../testing/infra-cases.ts";
import { secretKey } from "./secret-key.ts";

infraCases(secretKey, {
  fail: [
    `
resource "aws_secretsmanager_secret" "hub" {
  name = "ml/hub-token"
}
`,
    `
resource "aws_secretsmanager_secret" "hub" {
  name = "ml/hub-token"
  kms_key_id = "alias/aws/secretsmanager"
}
`,
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Hub:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: ml/hub-token
`,
    },
  ],
  pass: [
    `
resource "aws_secretsmanager_secret" "hub" {
  name = "ml/hub-token"
  kms_key_id = "k"
}
`,
    `
resource "aws_kms_key" "k" {}
resource "aws_secretsmanager_secret" "hub" {
  name = "ml/hub-token"
  kms_key_id = aws_kms_key.k.arn
}
`,
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Hub:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: ml/hub-token
      KmsKeyId: k
`,
    },
  ],
});
