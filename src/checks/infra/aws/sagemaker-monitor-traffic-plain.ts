import { mustBe } from "../../../infra/answer.ts";
import { monitoringJobDefinition } from "../../../infra/types/aws/sagemaker.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerMonitorTrafficPlain = defineInfraCheck({
  meta: {
    id: "sagemaker-monitor-traffic-plain",
    code: "PV-AWS-019",
    title: "The machines of a monitoring job talk in plain text",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_369"],
    controls: ["CWE-319", "ATLAS:AML.T0035", "AISF-ML-03", "AISF-INFRA-06"],
    why: "Who listens in the network between them reads what your model is asked.",
    mend: "Encrypt the traffic between containers.",
    mends: { terraform: "network_config {\n  enable_inter_container_traffic_encryption = true\n}" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_data_quality_job_definition" "dq" {\n  name     = "dq"\n  role_arn = "arn:aws:iam::123456789012:role/m"\n  data_quality_job_output_config {\n    monitoring_outputs {\n      s3_output {\n        s3_uri = "s3://monitor/out"\n      }\n    }\n  }\n  job_resources {\n    cluster_config {\n      instance_count    = 1\n      instance_type     = "ml.t3.medium"\n      volume_size_in_gb = 20\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_data_quality_job_definition" "dq" {\n  name     = "dq"\n  role_arn = "arn:aws:iam::123456789012:role/m"\n  data_quality_job_output_config {\n    monitoring_outputs {\n      s3_output {\n        s3_uri = "s3://monitor/out"\n      }\n    }\n  }\n  job_resources {\n    cluster_config {\n      instance_count    = 1\n      instance_type     = "ml.t3.medium"\n      volume_size_in_gb = 20\n    }\n  }\n  network_config {\n    enable_inter_container_traffic_encryption = true\n  }\n}\n',
        },
      ],
    },
  },
  on: monitoringJobDefinition,
  judge: ({ facts }) => mustBe(facts.trafficEncryption, true),
});
