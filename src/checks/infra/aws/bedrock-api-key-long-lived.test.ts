import { infraCases } from "../../../testing/infra-cases.ts";
import { bedrockApiKeyLongLived } from "./bedrock-api-key-long-lived.ts";

infraCases(bedrockApiKeyLongLived, {
  fail: [
    `
resource "aws_iam_service_specific_credential" "c" {
  user_name    = "u"
  service_name = "bedrock.amazonaws.com"
}
`,
    `
resource "aws_iam_service_specific_credential" "c" {
  user_name    = "u"
  service_name = "bedrock.amazonaws.com"
  credential_age_days = 90
}
`,
  ],
  pass: [
    `
resource "aws_iam_service_specific_credential" "c" {
  user_name    = "u"
  service_name = "bedrock.amazonaws.com"
  status = "Inactive"
}
`,
  ],
  unknown: [
    `
variable "v" {
  type = string
}
resource "aws_iam_service_specific_credential" "c" {
  user_name    = "u"
  service_name = var.v
}
`,
  ],
  silent: [
    `
resource "aws_iam_service_specific_credential" "c" {
  user_name    = "u"
  service_name = "codecommit.amazonaws.com"
}
`,
  ],
});
