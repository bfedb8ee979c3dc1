import { infraCases } from "../../../testing/infra-cases.ts";
import { bedrockCustomModelKey } from "./bedrock-custom-model-key.ts";

infraCases(bedrockCustomModelKey, {
  fail: [
    `
resource "aws_bedrock_custom_model" "c" {
  custom_model_name     = "c"
  job_name              = "c"
  base_model_identifier = "amazon.titan-text-express-v1"
  role_arn              = "arn:aws:iam::123456789012:role/c"
  hyperparameters       = {}
  output_data_config {
    s3_uri = "s3://out/"
  }
  training_data_config {
    s3_uri = "s3://train/"
  }
}
`,
  ],
  pass: [
    `
resource "aws_bedrock_custom_model" "c" {
  custom_model_name     = "c"
  job_name              = "c"
  base_model_identifier = "amazon.titan-text-express-v1"
  role_arn              = "arn:aws:iam::123456789012:role/c"
  hyperparameters       = {}
  output_data_config {
    s3_uri = "s3://out/"
  }
  training_data_config {
    s3_uri = "s3://train/"
  }
  custom_model_kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
}
`,
  ],
});
