import { mustBe } from "../../../infra/answer.ts";
import { processingJob, trainingJob, tuningJob } from "../../../infra/types/aws/sagemaker.ts";
import { ofJobs } from "../../../infra/aws/pipelines.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerJobNetworkIsolation = defineInfraCheck({
  meta: {
    id: "sagemaker-job-network-isolation",
    code: "PV-AWS-026",
    title: "A job of SageMaker may talk to the network",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["sagemaker_training_jobs_network_isolation_enabled"],
    controls: ["CWE-668", "ATLAS:AML.T0025", "AISF-ML-03"],
    why: "Code in the image or in a package that it installs sends your data away.",
    mend: "Isolate the job from the network.",
    mends: { terraform: "enable_network_isolation = true" },
    blind: "Jobs that have to fetch things, which need a VPC with endpoints instead.",
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
          code: 'resource "aws_sagemaker_training_job" "t" {\n  training_job_name = "t"\n  role_arn          = "r"\n  resource_config {\n    instance_type     = "ml.m5.large"\n    instance_count    = 2\n    volume_size_in_gb = 5\n  }\n  output_data_config {\n    s3_output_path = "s3://out/"\n  }\n  enable_network_isolation = true\n}\n',
        },
      ],
    },
  },
  ...ofJobs({
    says: "A job of SageMaker may talk to the network",
    kinds: [trainingJob, processingJob, tuningJob],
    judge: ({ facts }) => mustBe(facts.networkIsolation, true),
  }),
});
