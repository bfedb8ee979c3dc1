import { infraCases } from "../../../testing/infra-cases.ts";
import { iamNotebookUrls } from "./iam-notebook-urls.ts";

infraCases(iamNotebookUrls, {
  fail: [
    `
resource "aws_iam_policy" "p" {
  name = "p"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sagemaker:CreatePresignedNotebookInstanceUrl"
      Resource = "*"
    }]
  })
}
`,
    `
resource "aws_iam_policy" "p" {
  name = "p"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sagemaker:*"
      Resource = "*"
    }]
  })
}
`,
  ],
  pass: [
    `
resource "aws_iam_policy" "p" {
  name = "p"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sagemaker:CreatePresignedDomainUrl"
      Resource = "arn:aws:sagemaker:eu-west-1:123456789012:user-profile/d-1/me"
    }]
  })
}
`,
    `
resource "aws_iam_policy" "p" {
  name = "p"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sagemaker:CreatePresignedDomainUrl"
      Resource = "*"
      Condition = { StringEquals = { "sagemaker:ResourceTag/owner" = "me" } }
    }]
  })
}
`,
    `
resource "aws_iam_policy" "p" {
  name = "p"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sagemaker:Describe*"
      Resource = "*"
    }]
  })
}
`,
  ],
  unknown: [
    `
variable "v" {
  type = string
}
resource "aws_iam_policy" "p" {
  name   = "p"
  policy = var.v
}
`,
  ],
});
