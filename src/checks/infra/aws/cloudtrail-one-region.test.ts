import { infraCases } from "../../../testing/infra-cases.ts";
import { cloudtrailOneRegion } from "./cloudtrail-one-region.ts";

infraCases(cloudtrailOneRegion, {
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
  is_multi_region_trail = true
}
`,
  ],
});
