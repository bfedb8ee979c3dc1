import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerNotebookKey } from "./sagemaker-notebook-key.ts";

infraCases(sagemakerNotebookKey, {
  fail: [
    `
resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = "arn:aws:iam::123456789012:role/lab"
  instance_type = "ml.t3.medium"
}
`,
    {
      path: "template.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Lab:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      InstanceType: ml.t3.medium
      RoleArn: arn:aws:iam::123456789012:role/lab
`,
    },
  ],
  pass: [
    `
resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = "arn:aws:iam::123456789012:role/lab"
  instance_type = "ml.t3.medium"
  kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
}
`,
    `
resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = "arn:aws:iam::123456789012:role/lab"
  instance_type = "ml.t3.medium"
  kms_key_id = aws_kms_key.k.arn
}
resource "aws_kms_key" "k" {
  enable_key_rotation = true
}
`,
    {
      path: "template.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Lab:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      InstanceType: ml.t3.medium
      RoleArn: arn:aws:iam::123456789012:role/lab
      KmsKeyId: !GetAtt Key.Arn
  Key:
    Type: AWS::KMS::Key
`,
    },
  ],
});
