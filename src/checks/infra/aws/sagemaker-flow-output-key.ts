import { mustBeSet } from "../../../infra/answer.ts";
import { flowDefinition } from "../../../infra/types/aws/sagemaker.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerFlowOutputKey = defineInfraCheck({
  meta: {
    id: "sagemaker-flow-output-key",
    code: "PV-AWS-020",
    title: "What people label is not encrypted with a key of yours",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_372"],
    controls: ["CWE-311", "ATLAS:AML.T0035", "AISF-INFRA-05"],
    why: "AWS encrypts with a key of its own, which nobody of yours can take away: who may read labels and what is labelled is not yours to say a second time.",
    mend: "Name a KMS key whose policy says who may decrypt.",
    mends: { terraform: "output_config {\n  kms_key_id = aws_kms_key.ml.arn\n}" },
    blind:
      "Whether the key is one of yours or the default key of the service, where only its ARN is written.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_flow_definition" "fd" {\n  flow_definition_name = "fd"\n  role_arn             = "arn:aws:iam::123456789012:role/m"\n  output_config {\n    s3_output_path = "s3://labels/"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_flow_definition" "fd" {\n  flow_definition_name = "fd"\n  role_arn             = "arn:aws:iam::123456789012:role/m"\n  output_config {\n    s3_output_path = "s3://labels/"\n    kms_key_id = "alias/ml"\n  }\n}\n',
        },
      ],
    },
  },
  on: flowDefinition,
  judge: ({ facts }) => mustBeSet(facts.outputKey),
});
