import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerJobKeys } from "./sagemaker-job-keys.ts";

infraCases(sagemakerJobKeys, {
  fail: [
    `
resource "aws_sagemaker_training_job" "t" {
  training_job_name = "t"
  role_arn          = "r"
  resource_config {
    instance_type     = "ml.m5.large"
    instance_count    = 2
    volume_size_in_gb = 5
  }
  output_data_config {
    s3_output_path = "s3://out/"
  }
}
`,
    `
resource "aws_sagemaker_training_job" "t" {
  training_job_name = "t"
  role_arn          = "r"
  resource_config {
    instance_type     = "ml.m5.large"
    instance_count    = 2
    volume_size_in_gb = 5
    volume_kms_key_id = "k"
  }
  output_data_config {
    s3_output_path = "s3://out/"
  }
}
`,
  ],
  pass: [
    `
resource "aws_sagemaker_training_job" "t" {
  training_job_name = "t"
  role_arn          = "r"
  resource_config {
    instance_type     = "ml.m5.large"
    instance_count    = 2
    volume_size_in_gb = 5
    volume_kms_key_id = "k"
  }
  output_data_config {
    s3_output_path = "s3://out/"
    kms_key_id = "k"
  }
}
`,
  ],
});
