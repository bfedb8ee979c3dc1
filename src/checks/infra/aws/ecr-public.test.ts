import { infraCases } from "../../../testing/infra-cases.ts";
import { ecrPublic } from "./ecr-public.ts";

infraCases(ecrPublic, {
  fail: [
    `
resource "aws_ecr_repository_policy" "r" {
  repository = "serve"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = ["ecr:BatchGetImage", "ecr:PutImage"]
    }]
  })
}
`,
    `
resource "aws_ecr_repository_policy" "r" {
  repository = "serve"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = ["ecr:BatchGetImage", "ecr:PutImage"]
    }]
  })
}
`,
  ],
  pass: [
    `
resource "aws_ecr_repository_policy" "r" {
  repository = "serve"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
      Action    = ["ecr:BatchGetImage", "ecr:PutImage"]
    }]
  })
}
`,
  ],
});
