import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerMlflowRegisters } from "./sagemaker-mlflow-registers.ts";

infraCases(sagemakerMlflowRegisters, {
  fail: [
    `
resource "aws_sagemaker_mlflow_tracking_server" "runs" {
  tracking_server_name = "runs"
  role_arn             = "arn:aws:iam::123456789012:role/mlflow"
  artifact_store_uri   = "s3://runs/artifacts"
  automatic_model_registration = true
}
`,
    `
resource "aws_sagemaker_mlflow_app" "runs" {
  name                    = "runs"
  role_arn                = "r"
  artifact_store_uri      = "s3://runs"
  model_registration_mode = "AutoModelRegistrationEnabled"
}
`,
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Runs:
    Type: AWS::SageMaker::MlflowTrackingServer
    Properties:
      TrackingServerName: runs
      ArtifactStoreUri: s3://runs
      RoleArn: r
      AutomaticModelRegistration: true
`,
    },
  ],
  pass: [
    `
resource "aws_sagemaker_mlflow_tracking_server" "runs" {
  tracking_server_name = "runs"
  role_arn             = "arn:aws:iam::123456789012:role/mlflow"
  artifact_store_uri   = "s3://runs/artifacts"
}
`,
    `
resource "aws_sagemaker_mlflow_tracking_server" "runs" {
  tracking_server_name = "runs"
  role_arn             = "arn:aws:iam::123456789012:role/mlflow"
  artifact_store_uri   = "s3://runs/artifacts"
  automatic_model_registration = false
}
`,
    `
resource "aws_sagemaker_mlflow_app" "runs" {
  name                    = "runs"
  role_arn                = "r"
  artifact_store_uri      = "s3://runs"
  model_registration_mode = "AutoModelRegistrationDisabled"
}
`,
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Runs:
    Type: AWS::SageMaker::MlflowTrackingServer
    Properties:
      TrackingServerName: runs
      ArtifactStoreUri: s3://runs
      RoleArn: r
`,
    },
  ],
  unknown: [
    `
variable "auto" {
  type = bool
}
resource "aws_sagemaker_mlflow_tracking_server" "runs" {
  tracking_server_name = "runs"
  role_arn             = "arn:aws:iam::123456789012:role/mlflow"
  artifact_store_uri   = "s3://runs/artifacts"
  automatic_model_registration = var.auto
}
`,
  ],
});
