import { mustBeSet } from "../../../infra/answer.ts";
import type { CloudType } from "../../../infra/type.ts";
import { customizationJob, customModel } from "../../../infra/types/aws/bedrock.ts";
import { defineInfraCheck } from "../define.ts";

export const bedrockCustomModelOutsideVpc = defineInfraCheck({
  meta: {
    id: "bedrock-custom-model-outside-vpc",
    code: "PV-AWS-059",
    title: "A custom model is trained outside of your VPC",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-668", "ATLAS:AML.T0025"],
    why: "Training data is fetched over a way that your network neither limits nor records.",
    mend: "Give the job subnets and security groups.",
    mends: {
      terraform:
        "vpc_config {\n  subnet_ids         = [aws_subnet.private.id]\n  security_group_ids = [aws_security_group.training.id]\n}",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrock_custom_model" "c" {\n  custom_model_name     = "c"\n  job_name              = "c"\n  base_model_identifier = "amazon.titan-text-express-v1"\n  role_arn              = "arn:aws:iam::123456789012:role/c"\n  hyperparameters       = {}\n  output_data_config {\n    s3_uri = "s3://out/"\n  }\n  training_data_config {\n    s3_uri = "s3://train/"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrock_custom_model" "c" {\n  custom_model_name     = "c"\n  job_name              = "c"\n  base_model_identifier = "amazon.titan-text-express-v1"\n  role_arn              = "arn:aws:iam::123456789012:role/c"\n  hyperparameters       = {}\n  output_data_config {\n    s3_uri = "s3://out/"\n  }\n  training_data_config {\n    s3_uri = "s3://train/"\n  }\n  vpc_config {\n    subnet_ids         = ["subnet-1"]\n    security_group_ids = ["sg-1"]\n  }\n}\n',
        },
      ],
    },
  },
  on: [customModel, customizationJob] as readonly CloudType[],
  judge: ({ facts, type, resource }) =>
    // A live model no longer tells; its job does.
    resource.dialect === "aws" && type === customModel ? undefined : mustBeSet(facts["vpcConfig"]!),
});
