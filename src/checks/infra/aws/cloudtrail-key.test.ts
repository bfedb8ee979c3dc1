import { infraCases } from "../../../testing/infra-cases.ts";
import { cloudtrailKey } from "./cloudtrail-key.ts";

infraCases(cloudtrailKey, {
  fail: [
    `
resource "aws_cloudtrail" "t" {
  name           = "t"
  s3_bucket_name = "trail"
}
`,
  ],
  pass: [
    `
resource "aws_cloudtrail" "t" {
  name           = "t"
  s3_bucket_name = "trail"
  kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
}
`,
  ],
});
