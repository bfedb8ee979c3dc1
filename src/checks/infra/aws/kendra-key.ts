import { mustBeSet } from "../../../infra/answer.ts";
import { kendraIndex } from "../../../infra/types/aws/services.ts";
import { defineInfraCheck } from "../define.ts";

export const kendraKey = defineInfraCheck({
  meta: {
    id: "kendra-key",
    code: "PV-AWS-083",
    title: "A Kendra index is not encrypted with a key of yours",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_262"],
    controls: ["CWE-311", "ATLAS:AML.T0035", "AISF-INFRA-05"],
    why: "AWS encrypts with a key of its own, which nobody of yours can take away: who may read documents is not yours to say a second time.",
    mend: "Name a KMS key whose policy says who may decrypt.",
    mends: {
      terraform: "server_side_encryption_configuration {\n  kms_key_id = aws_kms_key.ml.arn\n}",
    },
    blind: "Whether the key is one of yours, where only its ARN is written.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_kendra_index" "k" {\n  name     = "k"\n  role_arn = "r"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_kendra_index" "k" {\n  name     = "k"\n  role_arn = "r"\n  server_side_encryption_configuration {\n    kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"\n  }\n}\n',
        },
      ],
    },
  },
  on: kendraIndex,
  judge: ({ facts }) => mustBeSet(facts.kmsKey),
});
