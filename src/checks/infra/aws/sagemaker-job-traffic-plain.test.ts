import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerJobTrafficPlain } from "./sagemaker-job-traffic-plain.ts";

infraCases(sagemakerJobTrafficPlain, {
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
  }
  output_data_config {
    s3_output_path = "s3://out/"
  }
  enable_inter_container_traffic_encryption = true
}
`,
  ],
  silent: [
    `
resource "aws_sagemaker_training_job" "t" {
  training_job_name = "t"
  role_arn          = "r"
  resource_config {
    instance_type     = "ml.m5.large"
    instance_count    = 1
    volume_size_in_gb = 5
  }
  output_data_config {
    s3_output_path = "s3://out/"
  }
}
`,
  ],
});
