import { infraCases } from "../../../testing/infra-cases.ts";
import { iamModelTheft } from "./iam-model-theft.ts";

infraCases(iamModelTheft, {
  fail: [
    `
resource "aws_iam_policy" "p" {
  name = "p"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "bedrock:*"
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
      Action   = "bedrock:InvokeModel"
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
      Action   = "bedrock:*Logging*"
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
