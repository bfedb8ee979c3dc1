import { infraCases } from "../../../testing/infra-cases.ts";
import { kmsKeyForEverybody } from "./kms-key-for-everybody.ts";

infraCases(kmsKeyForEverybody, {
  fail: [
    `
resource "aws_kms_key" "k" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "kms:*"
      Resource  = "*"
      Principal = "*"
    }]
  })
}
`,
    `
resource "aws_kms_key" "k" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "kms:*"
      Resource  = "*"
      Principal = { AWS = "*" }
    }]
  })
}
`,
  ],
  pass: [
    `
resource "aws_kms_key" "k" {
  description = "ml"
}
`,
    `
resource "aws_kms_key" "k" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "kms:*"
      Resource  = "*"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
    }]
  })
}
`,
    `
resource "aws_kms_key" "k" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "kms:*"
      Resource  = "*"
      Principal = { AWS = "*" }
      Condition = { StringEquals = { "kms:CallerAccount" = "123456789012" } }
    }]
  })
}
`,
  ],
});
