import { mustBe } from "../../../infra/answer.ts";
import { repository } from "../../../infra/types/aws/services.ts";
import { defineInfraCheck } from "../define.ts";

export const ecrNoKmsKey = defineInfraCheck({
  meta: {
    id: "ecr-no-kms-key",
    code: "PV-AWS-075",
    title: "A repository of images is not encrypted with KMS",
    severity: "info",
    confidence: "high",
    audience: "pedantic",
    aliases: ["CKV_AWS_136"],
    controls: ["CWE-311", "AISF-INFRA-05"],
    why: "Models are often part of the image.",
    mend: "Encrypt with KMS.",
    mends: {
      terraform:
        'encryption_configuration {\n  encryption_type = "KMS"\n  kms_key         = aws_kms_key.ml.arn\n}',
      cloudformation: "EncryptionConfiguration:\n  EncryptionType: KMS",
    },
    since: "0.2.0",
    examples: {
      found: [
        { path: "main.tf", code: 'resource "aws_ecr_repository" "r" {\n  name = "serve"\n}\n' },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_ecr_repository" "r" {\n  name = "serve"\n  encryption_configuration {\n    encryption_type = "KMS"\n  }\n}\n',
        },
      ],
    },
  },
  on: repository,
  judge: ({ facts }) => mustBe(facts.encryption, ["KMS", "KMS_DSSE"]),
});
