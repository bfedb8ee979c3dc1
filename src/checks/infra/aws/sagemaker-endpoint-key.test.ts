import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerEndpointKey } from "./sagemaker-endpoint-key.ts";

infraCases(sagemakerEndpointKey, {
  fail: [
    `
resource "aws_sagemaker_endpoint_configuration" "ec" {
  name = "ec"
  production_variants {
    model_name             = "m"
    initial_instance_count = 2
    instance_type          = "ml.m5.large"
  }
}
`,
  ],
  pass: [
    `
resource "aws_sagemaker_endpoint_configuration" "ec" {
  name = "ec"
  production_variants {
    model_name             = "m"
    initial_instance_count = 2
    instance_type          = "ml.m5.large"
  }
  kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"
}
`,
  ],
});
