import { mustBeSet } from "../../../infra/answer.ts";
import {
  autoMlJob,
  processingJob,
  trainingJob,
  tuningJob,
} from "../../../infra/types/aws/sagemaker.ts";
import { ofJobs } from "../../../infra/aws/pipelines.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerJobOutsideVpc = defineInfraCheck({
  meta: {
    id: "sagemaker-job-outside-vpc",
    code: "PV-AWS-029",
    title: "A job of SageMaker runs outside of your VPC",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["sagemaker_training_jobs_vpc_settings_configured"],
    controls: ["CWE-668", "ATLAS:AML.T0025", "AISF-ML-03"],
    why: "What it connects to is neither limited nor recorded by your network.",
    mend: "Give the job subnets and security groups, or isolate it from the network.",
    mends: {
      terraform:
        "vpc_config {\n  subnets            = [aws_subnet.private.id]\n  security_group_ids = [aws_security_group.training.id]\n}",
    },
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
          code: 'resource "aws_sagemaker_training_job" "t" {\n  training_job_name = "t"\n  role_arn          = "r"\n  resource_config {\n    instance_type     = "ml.m5.large"\n    instance_count    = 2\n    volume_size_in_gb = 5\n  }\n  output_data_config {\n    s3_output_path = "s3://out/"\n  }\n  vpc_config {\n    subnets            = ["subnet-1"]\n    security_group_ids = ["sg-1"]\n  }\n}\n',
        },
      ],
    },
  },
  ...ofJobs({
    says: "A job of SageMaker runs outside of your VPC",
    kinds: [trainingJob, processingJob, tuningJob, autoMlJob],
    judge: ({ facts }) => mustBeSet(facts.vpcConfig),
  }),
});
