import { infraCases } from "../../../testing/infra-cases.ts";
import { cloudtrailOff } from "./cloudtrail-off.ts";

infraCases(cloudtrailOff, {
  fail: [
    `
resource "aws_cloudtrail" "t" {
  name           = "t"
  s3_bucket_name = "trail"
  enable_logging = false
}
`,
  ],
  pass: [
    `
resource "aws_cloudtrail" "t" {
  name           = "t"
  s3_bucket_name = "trail"
}
`,
  ],
});
