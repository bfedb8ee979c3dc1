import { infraCases } from "../../../testing/infra-cases.ts";
import { cloudtrailNoDataEvents } from "./cloudtrail-no-data-events.ts";

infraCases(cloudtrailNoDataEvents, {
  fail: [
    `
resource "aws_cloudtrail" "t" {
  name           = "t"
  s3_bucket_name = "trail"
}
`,
    `
resource "aws_cloudtrail" "t" {
  name           = "t"
  s3_bucket_name = "trail"
  event_selector {
    read_write_type           = "All"
    include_management_events = true
  }
}
`,
  ],
  pass: [
    `
resource "aws_cloudtrail" "t" {
  name           = "t"
  s3_bucket_name = "trail"
  event_selector {
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}
`,
    `
resource "aws_cloudtrail" "t" {
  name           = "t"
  s3_bucket_name = "trail"
  advanced_event_selector {
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
  }
}
`,
  ],
});
