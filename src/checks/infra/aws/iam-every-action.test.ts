import { infraCases } from "../../../testing/infra-cases.ts";
import { iamEveryAction } from "./iam-every-action.ts";

infraCases(iamEveryAction, {
  fail: [
    `
resource "aws_iam_policy" "p" {
  name = "p"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "*"
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
      Action   = "*"
      Resource = "arn:aws:s3:::b/*"
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
      Action   = "s3:GetObject"
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
      Action   = "s3:*"
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
