import { mustBeSet } from "../../../infra/answer.ts";
import { endpointConfig } from "../../../infra/types/aws/sagemaker.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerEndpointKey = defineInfraCheck({
  meta: {
    id: "sagemaker-endpoint-key",
    code: "PV-AWS-013",
    title: "The disks of a SageMaker endpoint are not encrypted with a key of yours",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_98", "sagemaker_endpoint_config_kms_encryption_enabled"],
    controls: ["CWE-311", "ATLAS:AML.T0035", "AISF-INFRA-05"],
    why: "AWS encrypts with a key of its own, which nobody of yours can take away: who may read models on its disks is not yours to say a second time.",
    mend: "Name a KMS key whose policy says who may decrypt.",
    mends: {
      terraform: "kms_key_arn = aws_kms_key.ml.arn",
      cloudformation: "KmsKeyId: !GetAtt MlKey.Arn",
    },
    blind:
      "Whether the key is one of yours or the default key of the service, where only its ARN is written.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_endpoint_configuration" "ec" {\n  name = "ec"\n  production_variants {\n    model_name             = "m"\n    initial_instance_count = 2\n    instance_type          = "ml.m5.large"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_endpoint_configuration" "ec" {\n  name = "ec"\n  production_variants {\n    model_name             = "m"\n    initial_instance_count = 2\n    instance_type          = "ml.m5.large"\n  }\n  kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"\n}\n',
        },
      ],
    },
  },
  on: endpointConfig,
  judge: ({ facts }) => mustBeSet(facts.kmsKey),
});
