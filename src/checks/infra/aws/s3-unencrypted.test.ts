import { infraCases } from "../../../testing/infra-cases.ts";
import { s3Unencrypted } from "./s3-unencrypted.ts";

infraCases(s3Unencrypted, {
  fail: [
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_server_side_encryption_configuration" "lake" {
  bucket = aws_s3_bucket.lake.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "none"
    }
  }
}
`,
  ],
  pass: [
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
`,
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_server_side_encryption_configuration" "lake" {
  bucket = aws_s3_bucket.lake.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}
`,
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_server_side_encryption_configuration" "lake" {
  bucket = aws_s3_bucket.lake.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}
`,
    {
      path: "template.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Lake:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: acme-lake
`,
    },
  ],
});
