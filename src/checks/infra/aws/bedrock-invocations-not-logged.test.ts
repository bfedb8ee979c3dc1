import { infraCases } from "../../../testing/infra-cases.ts";
import { bedrockInvocationsNotLogged } from "./bedrock-invocations-not-logged.ts";

infraCases(bedrockInvocationsNotLogged, {
  fail: [
    `
resource "aws_bedrock_model_invocation_logging_configuration" "l" {
  logging_config {
    text_data_delivery_enabled = true
  }
}
`,
    `
resource "aws_bedrock_model_invocation_logging_configuration" "l" {
  logging_config {
    text_data_delivery_enabled = false
    s3_config {
      bucket_name = "logs"
    }
  }
}
`,
  ],
  pass: [
    `
resource "aws_bedrock_model_invocation_logging_configuration" "l" {
  logging_config {
    s3_config {
      bucket_name = "logs"
    }
  }
}
`,
    `
resource "aws_bedrock_model_invocation_logging_configuration" "l" {
  logging_config {
    text_data_delivery_enabled = true
    cloudwatch_config {
      log_group_name = "bedrock"
      role_arn       = "r"
    }
  }
}
`,
  ],
});
