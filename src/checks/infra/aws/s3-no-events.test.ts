import { infraCases } from "../../../testing/infra-cases.ts";
import { s3NoEvents } from "./s3-no-events.ts";

infraCases(s3NoEvents, {
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
resource "aws_s3_bucket_notification" "lake" {
  bucket = aws_s3_bucket.lake.id
  eventbridge = true
}
`,
  ],
});
