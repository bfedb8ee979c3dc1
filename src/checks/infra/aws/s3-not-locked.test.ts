import { infraCases } from "../../../testing/infra-cases.ts";
import { s3NotLocked } from "./s3-not-locked.ts";

infraCases(s3NotLocked, {
  fail: [
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
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
  object_lock_enabled = true
}
`,
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
  object_lock_configuration {
    object_lock_enabled = "Enabled"
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
      ObjectLockEnabled: true
`,
    },
  ],
});
