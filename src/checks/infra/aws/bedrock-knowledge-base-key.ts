import { mustBeSet } from "../../../infra/answer.ts";
import { dataSource } from "../../../infra/types/aws/bedrock.ts";
import { defineInfraCheck } from "../define.ts";

export const bedrockKnowledgeBaseKey = defineInfraCheck({
  meta: {
    id: "bedrock-knowledge-base-key",
    code: "PV-AWS-057",
    title: "The documents of a knowledge base pass through storage without a key of yours",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["bedrock_knowledge_base_encrypted_with_cmk"],
    controls: ["CWE-311", "ATLAS:AML.T0035", "AISF-AI-10", "AISF-INFRA-05"],
    why: "AWS encrypts with a key of its own, which nobody of yours can take away: who may read documents while they are read in is not yours to say a second time.",
    mend: "Name a KMS key whose policy says who may decrypt.",
    mends: {
      terraform: "server_side_encryption_configuration {\n  kms_key_arn = aws_kms_key.ml.arn\n}",
      cloudformation: "ServerSideEncryptionConfiguration:\n  KmsKeyArn: !GetAtt MlKey.Arn",
    },
    blind: "Whether the key is one of yours, where only its ARN is written.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrockagent_data_source" "d" {\n  name              = "d"\n  knowledge_base_id = "KB"\n  data_source_configuration {\n    type = "S3"\n    s3_configuration {\n      bucket_arn = "arn:aws:s3:::docs"\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrockagent_data_source" "d" {\n  name              = "d"\n  knowledge_base_id = "KB"\n  data_source_configuration {\n    type = "S3"\n    s3_configuration {\n      bucket_arn = "arn:aws:s3:::docs"\n    }\n  }\n  server_side_encryption_configuration {\n    kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"\n  }\n}\n',
        },
      ],
    },
  },
  on: dataSource,
  judge: ({ facts }) => mustBeSet(facts.kmsKey),
});
