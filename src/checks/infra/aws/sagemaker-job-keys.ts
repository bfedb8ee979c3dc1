import { all, mustBeSet, saying } from "../../../infra/answer.ts";
import {
  autoMlJob,
  processingJob,
  trainingJob,
  transformJob,
  tuningJob,
} from "../../../infra/types/aws/sagemaker.ts";
import { ofJobs } from "../../../infra/aws/pipelines.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerJobKeys = defineInfraCheck({
  meta: {
    id: "sagemaker-job-keys",
    code: "PV-AWS-028",
    title: "The disks or results of a job are not encrypted with a key of yours",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["sagemaker_training_jobs_volume_and_output_encryption_enabled"],
    controls: ["CWE-311", "ATLAS:AML.T0035", "AISF-ML-03", "AISF-INFRA-05"],
    why: "AWS encrypts with a key of its own, which nobody of yours can take away.",
    mend: "Name a KMS key for the volume and for the output.",
    mends: {
      terraform:
        "resource_config {\n  volume_kms_key_id = aws_kms_key.ml.arn\n}\noutput_data_config {\n  kms_key_id = aws_kms_key.ml.arn\n}",
    },
    blind: "Instances with disks of their own, which are encrypted by themselves and take no key.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_training_job" "t" {\n  training_job_name = "t"\n  role_arn          = "r"\n  resource_config {\n    instance_type     = "ml.m5.large"\n    instance_count    = 2\n    volume_size_in_gb = 5\n  }\n  output_data_config {\n    s3_output_path = "s3://out/"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_training_job" "t" {\n  training_job_name = "t"\n  role_arn          = "r"\n  resource_config {\n    instance_type     = "ml.m5.large"\n    instance_count    = 2\n    volume_size_in_gb = 5\n    volume_kms_key_id = "k"\n  }\n  output_data_config {\n    s3_output_path = "s3://out/"\n    kms_key_id = "k"\n  }\n}\n',
        },
      ],
    },
  },
  ...ofJobs({
    says: "A job is not encrypted with a key of yours",
    kinds: [trainingJob, processingJob, tuningJob, transformJob, autoMlJob],
    judge: ({ facts }) =>
      all(
        saying(
          mustBeSet(facts.outputKey),
          "The results of a job are not encrypted with a key of yours",
        ),
        saying(
          mustBeSet(facts.volumeKey),
          "The disks of a job are not encrypted with a key of yours",
        ),
      ),
  }),
});
