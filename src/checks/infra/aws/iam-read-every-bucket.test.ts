import { infraCases } from "../../../testing/infra-cases.ts";
import { iamReadEveryBucket } from "./iam-read-every-bucket.ts";

infraCases(iamReadEveryBucket, {
  fail: [
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
    `
resource "aws_iam_policy" "p" {
  name = "p"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "arn:aws:s3:::*"
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
      Action   = "s3:Get*"
      Resource = "arn:aws:s3:::*/*"
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
      Resource = "arn:aws:s3:::acme-lake/*"
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
      Action   = "s3:ListAllMyBuckets"
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
