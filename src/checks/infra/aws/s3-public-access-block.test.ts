import { infraCases } from "../../../testing/infra-cases.ts";
import { s3PublicAccessBlock } from "./s3-public-access-block.ts";

infraCases(s3PublicAccessBlock, {
  fail: [
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_account_public_access_block" "all" {
  block_public_acls   = true
  block_public_policy = false
}
`,
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
`,
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_public_access_block" "lake" {
  bucket = aws_s3_bucket.lake.id
  block_public_acls = true
}
`,
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_public_access_block" "lake" {
  bucket = aws_s3_bucket.lake.id
  block_public_acls = true
  block_public_policy = false
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
    {
      path: "template.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Lake:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: acme-lake
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        IgnorePublicAcls: true
        BlockPublicPolicy: false
        RestrictPublicBuckets: true
`,
    },
  ],
  pass: [
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_account_public_access_block" "all" {
  block_public_acls   = true
  block_public_policy = true
}
`,
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_public_access_block" "lake" {
  bucket = aws_s3_bucket.lake.id
  block_public_acls = true
  ignore_public_acls = true
  block_public_policy = true
  restrict_public_buckets = true
}
`,
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_public_access_block" "lake" {
  bucket = aws_s3_bucket.lake.id
  block_public_acls = true
  block_public_policy = true
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
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        IgnorePublicAcls: true
        BlockPublicPolicy: true
        RestrictPublicBuckets: true
`,
    },
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_public_access_block" "x" {
  bucket = "acme-lake"
  block_public_acls = true
  block_public_policy = true
}
`,
  ],
});
