import { infraCases } from "../../../testing/infra-cases.ts";
import { s3PolicyOtherAccount } from "./s3-policy-other-account.ts";

infraCases(s3PolicyOtherAccount, {
  fail: [
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_policy" "lake" {
  bucket = aws_s3_bucket.lake.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["s3:GetObject"]
      Resource  = "\${aws_s3_bucket.lake.arn}/*"
      Principal = { AWS = "arn:aws:iam::210987654321:root" }
    }]
  })
}
`,
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_policy" "lake" {
  bucket = aws_s3_bucket.lake.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["s3:GetObject"]
      Resource  = "\${aws_s3_bucket.lake.arn}/*"
      Principal = { AWS = ["210987654321"] }
    }]
  })
}
`,
  ],
  pass: [
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_policy" "lake" {
  bucket = aws_s3_bucket.lake.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["s3:GetObject"]
      Resource  = "\${aws_s3_bucket.lake.arn}/*"
      Principal = { Service = "logging.s3.amazonaws.com" }
    }]
  })
}
`,
  ],
  silent: [
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
`,
  ],
});
