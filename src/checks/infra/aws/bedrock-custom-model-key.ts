import { mustBeSet } from "../../../infra/answer.ts";
import { customModel } from "../../../infra/types/aws/bedrock.ts";
import { defineInfraCheck } from "../define.ts";

export const bedrockCustomModelKey = defineInfraCheck({
  meta: {
    id: "bedrock-custom-model-key",
    code: "PV-AWS-058",
    title: "A custom model is not encrypted with a key of yours",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["bedrock_custom_model_encrypted_with_cmk"],
    controls: ["CWE-311", "ATLAS:AML.T0035", "AISF-INFRA-05"],
    why: "AWS encrypts with a key of its own, which nobody of yours can take away: who may read the model is not yours to say a second time.",
    mend: "Name a KMS key whose policy says who may decrypt.",
    mends: { terraform: "custom_model_kms_key_id = aws_kms_key.ml.arn" },
    blind: "Whether the key is one of yours, where only its ARN is written.",
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
          code: 'resource "aws_bedrock_custom_model" "c" {\n  custom_model_name     = "c"\n  job_name              = "c"\n  base_model_identifier = "amazon.titan-text-express-v1"\n  role_arn              = "arn:aws:iam::123456789012:role/c"\n  hyperparameters       = {}\n  output_data_config {\n    s3_uri = "s3://out/"\n  }\n  training_data_config {\n    s3_uri = "s3://train/"\n  }\n  custom_model_kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"\n}\n',
        },
      ],
    },
  },
  on: customModel,
  judge: ({ facts }) => mustBeSet(facts.kmsKey),
});
