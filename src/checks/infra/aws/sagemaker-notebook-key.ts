import { mustBeSet } from "../../../infra/answer.ts";
import { notebookInstance } from "../../../infra/types/aws/sagemaker.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerNotebookKey = defineInfraCheck({
  meta: {
    id: "sagemaker-notebook-key",
    code: "PV-AWS-005",
    title: "The disk of a SageMaker notebook is not encrypted with a key of yours",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_22", "CKV_AWS_187", "sagemaker_notebook_instance_encryption_enabled"],
    controls: ["CWE-311", "ATLAS:AML.T0035", "AISF-ML-02", "AISF-INFRA-05"],
    why: "AWS encrypts with a key of its own, which nobody of yours can take away: who may read a disk is not yours to say a second time.",
    mend: "Name a KMS key whose policy says who may decrypt.",
    mends: {
      terraform: "kms_key_id = aws_kms_key.ml.arn",
      cloudformation: "KmsKeyId: !GetAtt MlKey.Arn",
      aws: "# The key of an instance is chosen when it is made.\naws sagemaker create-notebook-instance --region {region} --notebook-instance-name {name}-2 --kms-key-id KEY --role-arn ROLE --instance-type TYPE",
    },
    blind:
      "Whether the key is one of yours or the default key of the service, where only its ARN is written.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_notebook_instance" "lab" {\n  name          = "lab"\n  role_arn      = "arn:aws:iam::123456789012:role/lab"\n  instance_type = "ml.t3.medium"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_notebook_instance" "lab" {\n  name          = "lab"\n  role_arn      = "arn:aws:iam::123456789012:role/lab"\n  instance_type = "ml.t3.medium"\n  kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"\n}\n',
        },
      ],
    },
  },
  on: notebookInstance,
  judge: ({ facts }) => mustBeSet(facts.kmsKey),
});
