import { mustBeSet } from "../../../infra/answer.ts";
import { bedrockAgent } from "../../../infra/types/aws/bedrock.ts";
import { defineInfraCheck } from "../define.ts";

export const bedrockAgentKey = defineInfraCheck({
  meta: {
    id: "bedrock-agent-key",
    code: "PV-AWS-050",
    title: "A Bedrock agent is not encrypted with a key of yours",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_373"],
    controls: ["CWE-311", "ATLAS:AML.T0035", "AISF-INFRA-05"],
    why: "AWS encrypts with a key of its own, which nobody of yours can take away: who may read its instructions and sessions is not yours to say a second time.",
    mend: "Name a KMS key whose policy says who may decrypt.",
    mends: {
      terraform: "customer_encryption_key_arn = aws_kms_key.ml.arn",
      cloudformation: "CustomerEncryptionKeyArn: !GetAtt MlKey.Arn",
    },
    blind: "Whether the key is one of yours, where only its ARN is written.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrockagent_agent" "a" {\n  agent_name              = "a"\n  agent_resource_role_arn = "arn:aws:iam::123456789012:role/a"\n  foundation_model        = "anthropic.claude-3-haiku-20240307-v1:0"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrockagent_agent" "a" {\n  agent_name              = "a"\n  agent_resource_role_arn = "arn:aws:iam::123456789012:role/a"\n  foundation_model        = "anthropic.claude-3-haiku-20240307-v1:0"\n  customer_encryption_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"\n}\n',
        },
      ],
    },
  },
  on: bedrockAgent,
  judge: ({ facts }) => mustBeSet(facts.kmsKey),
});
