import { infraCases } from "../../../testing/infra-cases.ts";
import { s3AclsOn } from "./s3-acls-on.ts";

infraCases(s3AclsOn, {
  fail: [
    `
resource "aws_s3_bucket_ownership_controls" "lake" {
  bucket = aws_s3_bucket.lake.id
  rule {
    object_ownership = "ObjectWriter"
  }
}
`,
    `
resource "aws_s3_bucket_ownership_controls" "lake" {
  bucket = aws_s3_bucket.lake.id
  rule {
    object_ownership = "BucketOwnerPreferred"
  }
}
`,
  ],
  pass: [
    `
resource "aws_s3_bucket_ownership_controls" "lake" {
  bucket = aws_s3_bucket.lake.id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
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
