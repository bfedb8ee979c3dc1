import { mustBeSet } from "../../../infra/answer.ts";
import { logGroup } from "../../../infra/types/aws/services.ts";
import { defineInfraCheck } from "../define.ts";

export const logsKey = defineInfraCheck({
  meta: {
    id: "logs-key",
    code: "PV-AWS-082",
    title: "A log group is not encrypted with a key of yours",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_158", "cloudwatch_log_group_kms_encryption_enabled"],
    controls: ["CWE-311", "ATLAS:AML.T0035", "AISF-INFRA-05"],
    why: "AWS encrypts with a key of its own, which nobody of yours can take away: who may read prompts and answers in logs is not yours to say a second time.",
    mend: "Name a KMS key whose policy says who may decrypt.",
    mends: {
      terraform: "kms_key_id = aws_kms_key.logs.arn",
      cloudformation: "KmsKeyId: !GetAtt LogKey.Arn",
    },
    blind: "Whether the key is one of yours, where only its ARN is written.",
    since: "0.2.0",
    examples: {
      found: [
        { path: "main.tf", code: 'resource "aws_cloudwatch_log_group" "l" {\n  name = "l"\n}\n' },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_cloudwatch_log_group" "l" {\n  name       = "l"\n  kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"\n}\n',
        },
      ],
    },
  },
  on: logGroup,
  judge: ({ facts }) => mustBeSet(facts.kmsKey),
});
