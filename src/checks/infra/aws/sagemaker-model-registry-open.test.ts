import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerModelRegistryOpen } from "./sagemaker-model-registry-open.ts";

infraCases(sagemakerModelRegistryOpen, {
  fail: [
    `
resource "aws_sagemaker_model_package_group" "g" {
  model_package_group_name = "g"
}
resource "aws_sagemaker_model_package_group_policy" "g" {
  model_package_group_name = aws_sagemaker_model_package_group.g.model_package_group_name
  resource_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["sagemaker:DescribeModelPackage", "sagemaker:CreateModelPackage"]
      Resource  = "*"
      Principal = "*"
    }]
  })
}
`,
    `
resource "aws_sagemaker_model_package_group" "g" {
  model_package_group_name = "g"
}
resource "aws_sagemaker_model_package_group_policy" "g" {
  model_package_group_name = aws_sagemaker_model_package_group.g.model_package_group_name
  resource_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["sagemaker:DescribeModelPackage", "sagemaker:CreateModelPackage"]
      Resource  = "*"
      Principal = { AWS = "*" }
    }]
  })
}
`,
  ],
  pass: [
    `
resource "aws_sagemaker_model_package_group" "g" {
  model_package_group_name = "g"
}
resource "aws_sagemaker_model_package_group_policy" "g" {
  model_package_group_name = aws_sagemaker_model_package_group.g.model_package_group_name
  resource_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["sagemaker:DescribeModelPackage", "sagemaker:CreateModelPackage"]
      Resource  = "*"
      Principal = { AWS = "arn:aws:iam::210987654321:root" }
    }]
  })
}
`,
    `
resource "aws_sagemaker_model_package_group" "g" {
  model_package_group_name = "g"
}
resource "aws_sagemaker_model_package_group_policy" "g" {
  model_package_group_name = aws_sagemaker_model_package_group.g.model_package_group_name
  resource_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["sagemaker:DescribeModelPackage", "sagemaker:CreateModelPackage"]
      Resource  = "*"
      Principal = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-abc" } }
    }]
  })
}
`,
    `
resource "aws_sagemaker_model_package_group" "g" {
  model_package_group_name = "g"
}
`,
  ],
});
