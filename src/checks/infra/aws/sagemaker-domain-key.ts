import { mustBeSet } from "../../../infra/answer.ts";
import { domain } from "../../../infra/types/aws/sagemaker.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerDomainKey = defineInfraCheck({
  meta: {
    id: "sagemaker-domain-key",
    code: "PV-AWS-011",
    title: "The home folders of SageMaker Studio are not encrypted with a key of yours",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_187"],
    controls: ["CWE-311", "ATLAS:AML.T0035", "AISF-ML-02", "AISF-INFRA-05"],
    why: "AWS encrypts with a key of its own, which nobody of yours can take away: who may read home folders is not yours to say a second time.",
    mend: "Name a KMS key whose policy says who may decrypt.",
    mends: {
      terraform: "kms_key_id = aws_kms_key.ml.arn",
      cloudformation: "KmsKeyId: !GetAtt MlKey.Arn",
    },
    blind:
      "Whether the key is one of yours or the default key of the service, where only its ARN is written.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_domain" "studio" {\n  domain_name = "studio"\n  auth_mode   = "IAM"\n  vpc_id      = "vpc-1"\n  subnet_ids  = ["subnet-1"]\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_domain" "studio" {\n  domain_name = "studio"\n  auth_mode   = "IAM"\n  vpc_id      = "vpc-1"\n  subnet_ids  = ["subnet-1"]\n  kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"\n}\n',
        },
      ],
    },
  },
  on: domain,
  judge: ({ facts }) => mustBeSet(facts.kmsKey),
});
