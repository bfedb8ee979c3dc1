import { infraCases } from "../../../testing/infra-cases.ts";
import { s3NotLogged } from "./s3-not-logged.ts";

infraCases(s3NotLogged, {
  fail: [
    // Nothing of this bucket's is logged by what is written of others.
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_logging" "other" {
  bucket        = "elsewhere"
  target_bucket = "acme-other"
}
`,
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
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
  pass: [
    // The bucket that takes the logs of another would log itself.
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_logging" "lake" {
  bucket        = aws_s3_bucket.lake.id
  target_bucket = aws_s3_bucket.logs.id
}
resource "aws_s3_bucket" "logs" {
  bucket = "acme-logs"
}
`,
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_logging" "lake" {
  bucket = aws_s3_bucket.lake.id
  target_bucket = "logs"
  target_prefix = "lake/"
}
`,
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
  logging {
    target_bucket = "logs"
  }
}
`,
  ],
});
