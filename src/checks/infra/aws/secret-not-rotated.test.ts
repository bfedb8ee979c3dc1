import { infraCases } from "../../../testing/infra-cases.ts";
import { secretNotRotated } from "./secret-not-rotated.ts";

infraCases(secretNotRotated, {
  fail: [
    `
resource "aws_secretsmanager_secret" "hub" {
  name = "ml/hub-token"
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
    {
      path: "snapshot.jsonl",
      text: `
{"pavise": "snapshot", "version": 1, "dialect": "aws"}
{"type": "AWS::SecretsManager::Secret", "address": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:s", "account": "123456789012", "region": "eu-west-1", "body": {"Name": "s"}}
`,
    },
    {
      path: "snapshot.jsonl",
      text: `
{"pavise": "snapshot", "version": 1, "dialect": "aws"}
{"type": "AWS::SecretsManager::Secret", "address": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:s", "account": "123456789012", "region": "eu-west-1", "body": {"Name": "s", "RotationEnabled": false}}
`,
    },
  ],
  pass: [
    `
resource "aws_secretsmanager_secret" "hub" {
  name = "ml/hub-token"
}
resource "aws_secretsmanager_secret_rotation" "hub" {
  secret_id           = aws_secretsmanager_secret.hub.id
  rotation_lambda_arn = "arn:aws:lambda:eu-west-1:123456789012:function:rotate"
  rotation_rules {
    automatically_after_days = 30
  }
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
  Turn:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: !Ref Hub
      HostedRotationLambda:
        RotationType: MySQLSingleUser
      RotationRules:
        AutomaticallyAfterDays: 30
`,
    },
    {
      path: "snapshot.jsonl",
      text: `
{"pavise": "snapshot", "version": 1, "dialect": "aws"}
{"type": "AWS::SecretsManager::Secret", "address": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:s", "account": "123456789012", "region": "eu-west-1", "body": {"Name": "s", "RotationEnabled": true}}
`,
    },
  ],
  silent: [
    {
      path: "snapshot.jsonl",
      text: `
{"pavise": "snapshot", "version": 1, "dialect": "aws"}
{"type": "AWS::SecretsManager::Secret", "address": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:s", "account": "123456789012", "region": "eu-west-1", "body": {"Name": "s", "OwningService": "rds"}}
`,
    },
  ],
});
