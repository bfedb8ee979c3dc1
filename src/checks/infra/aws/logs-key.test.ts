import { infraCases } from "../../../testing/infra-cases.ts";
import { logsKey } from "./logs-key.ts";

infraCases(logsKey, {
  fail: [
    `
resource "aws_cloudwatch_log_group" "l" {
  name = "l"
}
`,
  ],
  pass: [
    `
resource "aws_cloudwatch_log_group" "l" {
  name       = "l"
  kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
}
`,
  ],
});
