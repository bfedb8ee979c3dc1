import { mustBeSet } from "../../../infra/answer.ts";
import { bedrockFlow } from "../../../infra/types/aws/bedrock.ts";
import { defineInfraCheck } from "../define.ts";

export const bedrockFlowKey = defineInfraCheck({
  meta: {
    id: "bedrock-flow-key",
    code: "PV-AWS-121",
    title: "A flow of Bedrock is not encrypted with a key of yours",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-311", "ATLAS:AML.T0035", "AISF-INFRA-05"],
    why: "A flow tells what a model is asked, of which data and with which tools; AWS encrypts them with a key that nobody of yours can take away.",
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
          code: 'resource "aws_bedrockagent_flow" "answers" {\n  name = "answers"\n  execution_role_arn = "arn:aws:iam::123456789012:role/flow"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrockagent_flow" "answers" {\n  name = "answers"\n  execution_role_arn = "arn:aws:iam::123456789012:role/flow"\n  customer_encryption_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"\n}\n',
        },
      ],
    },
  },
  on: bedrockFlow,
  judge: ({ facts }) => mustBeSet(facts.kmsKey),
});
