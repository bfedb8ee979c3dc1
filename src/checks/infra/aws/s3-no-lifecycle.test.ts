import { infraCases } from "../../../testing/infra-cases.ts";
import { s3NoLifecycle } from "./s3-no-lifecycle.ts";

infraCases(s3NoLifecycle, {
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
resource "aws_s3_bucket_lifecycle_configuration" "lake" {
  bucket = aws_s3_bucket.lake.id
  rule {
    id     = "old"
    status = "Enabled"
    expiration {
      days = 365
    }
  }
}
`,
  ],
});
