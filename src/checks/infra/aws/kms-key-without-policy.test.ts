import { infraCases } from "../../../testing/infra-cases.ts";
import { kmsKeyWithoutPolicy } from "./kms-key-without-policy.ts";

infraCases(kmsKeyWithoutPolicy, {
  fail: [
    `
resource "aws_kms_key" "k" {
  description = "ml"
}
`,
  ],
  pass: [
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
  ],
});
