import { infraCases } from "../../../testing/infra-cases.ts";
import { cloudtrailNotValidated } from "./cloudtrail-not-validated.ts";

infraCases(cloudtrailNotValidated, {
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
  enable_log_file_validation = true
}
`,
  ],
});
