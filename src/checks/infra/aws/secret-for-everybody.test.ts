import { infraCases } from "../../../testing/infra-cases.ts";
import { secretForEverybody } from "./secret-for-everybody.ts";

infraCases(secretForEverybody, {
  fail: [
    `
resource "aws_secretsmanager_secret" "hub" {
  name = "ml/hub-token"
}
resource "aws_secretsmanager_secret_policy" "hub" {
  secret_arn = aws_secretsmanager_secret.hub.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
      Principal = "*"
    }]
  })
}
`,
    `
resource "aws_secretsmanager_secret" "hub" {
  name = "ml/hub-token"
}
resource "aws_secretsmanager_secret_policy" "hub" {
  secret_arn = aws_secretsmanager_secret.hub.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
      Principal = { AWS = "*" }
    }]
  })
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
  Open:
    Type: AWS::SecretsManager::ResourcePolicy
    Properties:
      SecretId: !Ref Hub
      ResourcePolicy:
        Statement:
          - Effect: Allow
            Action: secretsmanager:GetSecretValue
            Resource: "*"
            Principal: "*"
`,
    },
  ],
  pass: [
    `
resource "aws_secretsmanager_secret" "hub" {
  name = "ml/hub-token"
}
`,
    `
resource "aws_secretsmanager_secret" "hub" {
  name = "ml/hub-token"
}
resource "aws_secretsmanager_secret_policy" "hub" {
  secret_arn = aws_secretsmanager_secret.hub.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
      Principal = { AWS = "arn:aws:iam::123456789012:role/training" }
    }]
  })
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
  Open:
    Type: AWS::SecretsManager::ResourcePolicy
    Properties:
      SecretId: !Ref Hub
      ResourcePolicy:
        Statement:
          - Effect: Allow
            Action: secretsmanager:GetSecretValue
            Resource: "*"
            Principal: { AWS: arn:aws:iam::123456789012:role/training }
`,
    },
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
  unknown: [
    `
variable "policy" {
  type = string
}
resource "aws_secretsmanager_secret" "hub" {
  name = "ml/hub-token"
  policy = var.policy
}
`,
  ],
});
