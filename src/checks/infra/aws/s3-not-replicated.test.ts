import { infraCases } from "../../../testing/infra-cases.ts";
import { s3NotReplicated } from "./s3-not-replicated.ts";

infraCases(s3NotReplicated, {
  fail: [
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
`,
  ],
  pass: [
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_replication_configuration" "lake" {
  bucket = aws_s3_bucket.lake.id
  role = "arn:aws:iam::123456789012:role/r"
  rule {
    status = "Enabled"
    destination {
      bucket = "arn:aws:s3:::copy"
    }
  }
}
`,
  ],
});
