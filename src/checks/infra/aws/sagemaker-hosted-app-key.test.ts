import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerHostedAppKey } from "./sagemaker-hosted-app-key.ts";

infraCases(sagemakerHostedAppKey, {
  fail: [
    `
resource "aws_sagemaker_mlflow_app" "runs" {
  name               = "runs"
  role_arn           = "arn:aws:iam::123456789012:role/mlflow"
  artifact_store_uri = "s3://runs/artifacts"
}
`,
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Labels:
    Type: AWS::SageMaker::PartnerApp
    Properties:
      Name: labels
      Type: comet
      ExecutionRoleArn: r
      Tier: small
      AuthType: IAM
`,
    },
  ],
  pass: [
    `
resource "aws_sagemaker_mlflow_app" "runs" {
  name               = "runs"
  role_arn           = "arn:aws:iam::123456789012:role/mlflow"
  artifact_store_uri = "s3://runs/artifacts"
  kms_key_id = "k"
}
`,
    `
resource "aws_kms_key" "k" {}
resource "aws_sagemaker_mlflow_app" "runs" {
  name               = "runs"
  role_arn           = "arn:aws:iam::123456789012:role/mlflow"
  artifact_store_uri = "s3://runs/artifacts"
  kms_key_id = aws_kms_key.k.arn
}
`,
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Labels:
    Type: AWS::SageMaker::PartnerApp
    Properties:
      Name: labels
      Type: comet
      ExecutionRoleArn: r
      Tier: small
      AuthType: IAM
      KmsKeyId: k
`,
    },
  ],
  silent: [
    `
resource "aws_sagemaker_mlflow_tracking_server" "runs" {
  tracking_server_name = "runs"
  role_arn             = "arn:aws:iam::123456789012:role/mlflow"
  artifact_store_uri   = "s3://runs/artifacts"
}
`,
  ],
});
