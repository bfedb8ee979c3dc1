import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerMonitorVolumeKey } from "./sagemaker-monitor-volume-key.ts";

infraCases(sagemakerMonitorVolumeKey, {
  fail: [
    `
resource "aws_sagemaker_data_quality_job_definition" "dq" {
  name     = "dq"
  role_arn = "arn:aws:iam::123456789012:role/m"
  data_quality_job_output_config {
    monitoring_outputs {
      s3_output {
        s3_uri = "s3://monitor/out"
      }
    }
  }
  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.t3.medium"
      volume_size_in_gb = 20
    }
  }
}
`,
  ],
  pass: [
    `
resource "aws_sagemaker_data_quality_job_definition" "dq" {
  name     = "dq"
  role_arn = "arn:aws:iam::123456789012:role/m"
  data_quality_job_output_config {
    monitoring_outputs {
      s3_output {
        s3_uri = "s3://monitor/out"
      }
    }
  }
  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.t3.medium"
      volume_size_in_gb = 20
      volume_kms_key_id = "alias/ml"
    }
  }
}
`,
  ],
});
