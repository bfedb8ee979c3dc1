import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerFlowOutputKey } from "./sagemaker-flow-output-key.ts";

infraCases(sagemakerFlowOutputKey, {
  fail: [
    `
resource "aws_sagemaker_flow_definition" "fd" {
  flow_definition_name = "fd"
  role_arn             = "arn:aws:iam::123456789012:role/m"
  output_config {
    s3_output_path = "s3://labels/"
  }
}
`,
  ],
  pass: [
    `
resource "aws_sagemaker_flow_definition" "fd" {
  flow_definition_name = "fd"
  role_arn             = "arn:aws:iam::123456789012:role/m"
  output_config {
    s3_output_path = "s3://labels/"
    kms_key_id = "alias/ml"
  }
}
`,
  ],
});
