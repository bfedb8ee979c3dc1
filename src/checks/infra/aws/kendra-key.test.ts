import { infraCases } from "../../../testing/infra-cases.ts";
import { kendraKey } from "./kendra-key.ts";

infraCases(kendraKey, {
  fail: [
    `
resource "aws_kendra_index" "k" {
  name     = "k"
  role_arn = "r"
}
`,
  ],
  pass: [
    `
resource "aws_kendra_index" "k" {
  name     = "k"
  role_arn = "r"
  server_side_encryption_configuration {
    kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
}
`,
  ],
});
