import { infraCases } from "../../../testing/infra-cases.ts";
import { s3AclPublicRead } from "./s3-acl-public-read.ts";

infraCases(s3AclPublicRead, {
  fail: [
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
  acl = "public-read"
}
`,
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_acl" "lake" {
  bucket = aws_s3_bucket.lake.id
  acl = "public-read-write"
}
`,
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_acl" "lake" {
  bucket = aws_s3_bucket.lake.id
  access_control_policy {
    grant {
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AllUsers"
      }
      permission = "READ"
    }
    owner {
      id = "me"
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
      AccessControl: PublicRead
`,
    },
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
  acl = "authenticated-read"
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
  acl = "private"
}
`,
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_acl" "lake" {
  bucket = aws_s3_bucket.lake.id
  acl = "private"
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
  unknown: [
    `
variable "v" {
  type = string
}
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
  acl = var.v
}
`,
  ],
});
