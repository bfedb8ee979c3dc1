import { mustBeSet } from "../../../infra/answer.ts";
import { trail } from "../../../infra/types/aws/services.ts";
import { defineInfraCheck } from "../define.ts";

export const cloudtrailKey = defineInfraCheck({
  meta: {
    id: "cloudtrail-key",
    code: "PV-AWS-080",
    title: "The records of a trail are not encrypted with a key of yours",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [
      "CKV_AWS_35",
      "cloudtrail_kms_encryption_enabled",
      "CloudTrail.2",
      "CIS-AWS-3.0.0:3.5",
    ],
    controls: ["CWE-311", "ATLAS:AML.T0035", "AISF-DETECT-01", "AISF-INFRA-05"],
    why: "AWS encrypts with a key of its own, which nobody of yours can take away: who may read who did what is not yours to say a second time.",
    mend: "Name a KMS key whose policy says who may decrypt.",
    mends: { terraform: "kms_key_id = aws_kms_key.trail.arn" },
    blind: "Whether the key is one of yours, where only its ARN is written.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_cloudtrail" "t" {\n  name           = "t"\n  s3_bucket_name = "trail"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_cloudtrail" "t" {\n  name           = "t"\n  s3_bucket_name = "trail"\n  kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"\n}\n',
        },
      ],
    },
  },
  on: trail,
  judge: ({ facts }) => mustBeSet(facts.kmsKey),
});
