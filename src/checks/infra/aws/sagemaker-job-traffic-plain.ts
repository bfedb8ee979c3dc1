import { mustBe, type Answer } from "../../../infra/answer.ts";
import {
  autoMlJob,
  processingJob,
  trainingJob,
  tuningJob,
} from "../../../infra/types/aws/sagemaker.ts";
import { ofJobs } from "../../../infra/aws/pipelines.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerJobTrafficPlain = defineInfraCheck({
  meta: {
    id: "sagemaker-job-traffic-plain",
    code: "PV-AWS-027",
    title: "The machines of a job talk in plain text",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["sagemaker_training_jobs_intercontainer_encryption_enabled"],
    controls: ["CWE-319", "ATLAS:AML.T0035", "AISF-ML-03", "AISF-INFRA-06"],
    why: "Gradients and data go from machine to machine, and who listens reads or changes them.",
    mend: "Encrypt the traffic between containers.",
    mends: { terraform: "enable_inter_container_traffic_encryption = true" },
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
          code: 'resource "aws_sagemaker_training_job" "t" {\n  training_job_name = "t"\n  role_arn          = "r"\n  resource_config {\n    instance_type     = "ml.m5.large"\n    instance_count    = 2\n    volume_size_in_gb = 5\n  }\n  output_data_config {\n    s3_output_path = "s3://out/"\n  }\n  enable_inter_container_traffic_encryption = true\n}\n',
        },
      ],
    },
  },
  ...ofJobs({
    says: "The machines of a job talk in plain text",
    kinds: [trainingJob, processingJob, tuningJob, autoMlJob],
    judge: ({ facts }): Answer | undefined => {
      const { instances, trafficEncryption } = facts;
      // One machine talks to nobody.
      if (instances.kind === "known" && instances.value < 2) return undefined;
      return mustBe(trafficEncryption, true);
    },
  }),
});
