import { mustBeSet } from "../../../infra/answer.ts";
import { bedrockPrompt } from "../../../infra/types/aws/bedrock.ts";
import { defineInfraCheck } from "../define.ts";

export const bedrockPromptKey = defineInfraCheck({
  meta: {
    id: "bedrock-prompt-key",
    code: "PV-AWS-120",
    title: "A prompt of Bedrock is not encrypted with a key of yours",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["bedrock_prompt_encrypted_with_cmk"],
    controls: ["CWE-311", "ATLAS:AML.T0035", "AISF-AI-07"],
    why: "Prompts tell what a model is asked and told to hide; AWS encrypts them with a key that nobody of yours can take away.",
    mend: "Name a KMS key whose policy says who may decrypt.",
    mends: {
      terraform: "customer_encryption_key_arn = aws_kms_key.ml.arn",
      cloudformation: "CustomerEncryptionKeyArn: !GetAtt MlKey.Arn",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrockagent_prompt" "answers" {\n  name = "answers"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrockagent_prompt" "answers" {\n  name = "answers"\n  customer_encryption_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"\n}\n',
        },
      ],
    },
  },
  on: bedrockPrompt,
  judge: ({ facts }) => mustBeSet(facts.kmsKey),
});
