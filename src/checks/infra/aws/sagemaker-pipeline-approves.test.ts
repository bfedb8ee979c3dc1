import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerPipelineApproves } from "./sagemaker-pipeline-approves.ts";

infraCases(sagemakerPipelineApproves, {
  fail: [
    `
resource "aws_sagemaker_pipeline" "train" {
  pipeline_name         = "train"
  pipeline_display_name = "train"
  role_arn              = "arn:aws:iam::123456789012:role/p"
  pipeline_definition = jsonencode({
    Version = "2020-12-01"
    Steps = [{
      Name = "Register"
      Type = "RegisterModel"
      Arguments = {
        ModelPackageGroupName = "scoring"
        ModelApprovalStatus   = "Approved"
      }
    }]
  })
}
`,
    `
resource "aws_sagemaker_pipeline" "train" {
  pipeline_name         = "train"
  pipeline_display_name = "train"
  role_arn              = "arn:aws:iam::123456789012:role/p"
  pipeline_definition = jsonencode({
    Version = "2020-12-01"
    Parameters = [{ Name = "Status", Type = "String", DefaultValue = "Approved" }]
    Steps = [{
      Name = "Register"
      Type = "RegisterModel"
      Arguments = {
        ModelPackageGroupName = "scoring"
        ModelApprovalStatus   = { Get = "Parameters.Status" }
      }
    }]
  })
}
`,
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Train:
    Type: AWS::SageMaker::Pipeline
    Properties:
      PipelineName: train
      RoleArn: r
      PipelineDefinition:
        PipelineDefinitionBody: '{"Version": "2020-12-01", "Steps": [{"Name": "Good", "Type": "Condition", "Arguments": {"Conditions": [], "IfSteps": [{"Name": "Register", "Type": "RegisterModel", "Arguments": {"ModelPackageGroupName": "scoring", "ModelApprovalStatus": "Approved"}}], "ElseSteps": []}}]}'
`,
    },
  ],
  pass: [
    `
resource "aws_sagemaker_pipeline" "train" {
  pipeline_name         = "train"
  pipeline_display_name = "train"
  role_arn              = "arn:aws:iam::123456789012:role/p"
  pipeline_definition = jsonencode({
    Version = "2020-12-01"
    Steps = [{
      Name = "Register"
      Type = "RegisterModel"
      Arguments = {
        ModelPackageGroupName = "scoring"
        ModelApprovalStatus   = "PendingManualApproval"
      }
    }]
  })
}
`,
    `
resource "aws_sagemaker_pipeline" "train" {
  pipeline_name         = "train"
  pipeline_display_name = "train"
  role_arn              = "arn:aws:iam::123456789012:role/p"
  pipeline_definition = jsonencode({
    Version = "2020-12-01"
    Steps = [{
      Name = "Register"
      Type = "RegisterModel"
      Arguments = {
        ModelPackageGroupName = "scoring"
        ModelApprovalStatus   = { Get = "Parameters.Status" }
      }
    }]
  })
}
`,
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Train:
    Type: AWS::SageMaker::Pipeline
    Properties:
      PipelineName: train
      RoleArn: r
      PipelineDefinition:
        PipelineDefinitionBody: '{"Version": "2020-12-01", "Steps": [{"Name": "Good", "Type": "Condition", "Arguments": {"Conditions": [], "IfSteps": [{"Name": "Register", "Type": "RegisterModel", "Arguments": {"ModelPackageGroupName": "scoring", "ModelApprovalStatus": "PendingManualApproval"}}], "ElseSteps": []}}]}'
`,
    },
  ],
  unknown: [
    `
resource "aws_sagemaker_pipeline" "train" {
  pipeline_name = "train"
  role_arn      = "r"
  pipeline_definition_s3_location {
    bucket     = "b"
    object_key = "k"
  }
}
`,
  ],
  silent: [
    `
resource "aws_sagemaker_pipeline" "train" {
  pipeline_name       = "train"
  role_arn            = "r"
  pipeline_definition = jsonencode({ Version = "2020-12-01", Steps = [{ Name = "Fail", Type = "Fail", Arguments = { ErrorMessage = "no" } }] })
}
`,
  ],
});
