import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerEndpointSingleInstance } from "./sagemaker-endpoint-single-instance.ts";

infraCases(sagemakerEndpointSingleInstance, {
  fail: [
    `
resource "aws_sagemaker_endpoint_configuration" "ec" {
  name = "ec"
  production_variants {
    model_name             = "m"
    initial_instance_count = 1
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
}
`,
  ],
  silent: [
    `
resource "aws_sagemaker_endpoint_configuration" "ec" {
  name = "ec"
  production_variants {
    model_name = "m"
    serverless_config {
      max_concurrency = 1
    }
  }
}
`,
  ],
});
