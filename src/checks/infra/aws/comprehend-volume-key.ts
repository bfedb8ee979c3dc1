import { mustBeSet } from "../../../infra/answer.ts";
import { entityRecognizer } from "../../../infra/types/aws/services.ts";
import { defineInfraCheck } from "../define.ts";

export const comprehendVolumeKey = defineInfraCheck({
  meta: {
    id: "comprehend-volume-key",
    code: "PV-AWS-085",
    title: "The disks of Comprehend are not encrypted with a key of yours",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_268"],
    controls: ["CWE-311", "ATLAS:AML.T0035", "AISF-INFRA-05"],
    why: "AWS encrypts with a key of its own, which nobody of yours can take away: who may read training data on them is not yours to say a second time.",
    mend: "Name a KMS key whose policy says who may decrypt.",
    mends: { terraform: "volume_kms_key_id = aws_kms_key.ml.arn" },
    blind: "Whether the key is one of yours, where only its ARN is written.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_comprehend_entity_recognizer" "e" {\n  name                 = "e"\n  data_access_role_arn = "r"\n  language_code        = "en"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_comprehend_entity_recognizer" "e" {\n  name                 = "e"\n  data_access_role_arn = "r"\n  language_code        = "en"\n  volume_kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"\n}\n',
        },
      ],
    },
  },
  on: entityRecognizer,
  judge: ({ facts }) => mustBeSet(facts.volumeKey),
});
