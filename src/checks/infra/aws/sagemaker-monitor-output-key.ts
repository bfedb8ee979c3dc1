import { mustBeSet } from "../../../infra/answer.ts";
import { monitoringJobDefinition } from "../../../infra/types/aws/sagemaker.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerMonitorOutputKey = defineInfraCheck({
  meta: {
    id: "sagemaker-monitor-output-key",
    code: "PV-AWS-017",
    title: "What a monitoring job writes is not encrypted with a key of yours",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_367"],
    controls: ["CWE-311", "ATLAS:AML.T0035", "AISF-ML-03", "AISF-INFRA-05"],
    why: "AWS encrypts with a key of its own, which nobody of yours can take away: who may read what your model is asked is not yours to say a second time.",
    mend: "Name a KMS key whose policy says who may decrypt.",
    mends: { terraform: "data_quality_job_output_config {\n  kms_key_id = aws_kms_key.ml.arn\n}" },
    blind:
      "Whether the key is one of yours or the default key of the service, where only its ARN is written.",
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
          code: 'resource "aws_sagemaker_data_quality_job_definition" "dq" {\n  name     = "dq"\n  role_arn = "arn:aws:iam::123456789012:role/m"\n  data_quality_job_output_config {\n    kms_key_id = "alias/ml"\n    monitoring_outputs {\n      s3_output {\n        s3_uri = "s3://monitor/out"\n      }\n    }\n  }\n  job_resources {\n    cluster_config {\n      instance_count    = 1\n      instance_type     = "ml.t3.medium"\n      volume_size_in_gb = 20\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: monitoringJobDefinition,
  judge: ({ facts }) => mustBeSet(facts.outputKey),
});
