import { mustBeSet } from "../../../infra/answer.ts";
import { guardrail } from "../../../infra/types/aws/bedrock.ts";
import { defineInfraCheck } from "../define.ts";

export const bedrockGuardrailKey = defineInfraCheck({
  meta: {
    id: "bedrock-guardrail-key",
    code: "PV-AWS-056",
    title: "A guardrail is not encrypted with a key of yours",
    severity: "info",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-311", "ATLAS:AML.T0035", "AISF-INFRA-05"],
    why: "AWS encrypts with a key of its own, which nobody of yours can take away: who may read what it must not say is not yours to say a second time.",
    mend: "Name a KMS key whose policy says who may decrypt.",
    mends: {
      terraform: "kms_key_arn = aws_kms_key.ml.arn",
      cloudformation: "KmsKeyArn: !GetAtt MlKey.Arn",
    },
    blind: "Whether the key is one of yours, where only its ARN is written.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrock_guardrail" "g" {\n  name                      = "g"\n  blocked_input_messaging   = "no"\n  blocked_outputs_messaging = "no"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrock_guardrail" "g" {\n  name                      = "g"\n  blocked_input_messaging   = "no"\n  blocked_outputs_messaging = "no"\n  kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"\n}\n',
        },
      ],
    },
  },
  on: guardrail,
  judge: ({ facts }) => mustBeSet(facts.kmsKey),
});
