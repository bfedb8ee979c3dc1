import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerNotebookDirectInternet } from "./sagemaker-notebook-direct-internet.ts";

infraCases(sagemakerNotebookDirectInternet, {
  fail: [
    `
resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = "arn:aws:iam::123456789012:role/lab"
  instance_type = "ml.t3.medium"
}
`,
    `
resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = "arn:aws:iam::123456789012:role/lab"
  instance_type = "ml.t3.medium"
  direct_internet_access = "Enabled"
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
  subnet_id              = "subnet-0a1b2c3d"
  direct_internet_access = "Disabled"
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
      DirectInternetAccess: Disabled
`,
    },
  ],
  unknown: [
    `
variable "v" {
  type = string
}
resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = "arn:aws:iam::123456789012:role/lab"
  instance_type = "ml.t3.medium"
  direct_internet_access = var.v
}
`,
  ],
  silent: [
    `
resource "aws_instance" "x" {
  ami = "ami-1"
}
`,
  ],
});
