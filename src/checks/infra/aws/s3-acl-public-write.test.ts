import { infraCases } from "../../../testing/infra-cases.ts";
import { s3AclPublicWrite } from "./s3-acl-public-write.ts";

infraCases(s3AclPublicWrite, {
  fail: [
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
  acl = "public-read-write"
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
    {
      path: "template.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Lake:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: acme-lake
      AccessControl: PublicReadWrite
`,
    },
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
  acl = "public-read"
}
`,
  ],
});
