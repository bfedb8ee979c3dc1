import { must, mustBeSet } from "../../../infra/answer.ts";
import { secret } from "../../../infra/types/aws/services.ts";
import { textOf } from "../../../infra/value.ts";
import { defineInfraCheck } from "../define.ts";

/** The key that AWS makes for the service, which says nothing about who may read. */
const ofAws = /(?:^|:)alias\/aws\//;

export const secretKey = defineInfraCheck({
  meta: {
    id: "secret-key",
    code: "PV-AWS-117",
    title: "A secret is not encrypted with a key of yours",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_149"],
    controls: ["CWE-311", "AISF-DATA-03", "AISF-INFRA-07"],
    why: "The key of AWS lets every role of the account decrypt; with one of yours, its policy has to agree as well.",
    mend: "Name a KMS key whose policy says who may decrypt.",
    mends: {
      terraform: "kms_key_id = aws_kms_key.ml.arn",
      cloudformation: "KmsKeyId: !GetAtt MlKey.Arn",
      aws: "aws secretsmanager update-secret --region {region} --secret-id {id} --kms-key-id KEY",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_secretsmanager_secret" "hub" {\n  name = "ml/hub-token"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_secretsmanager_secret" "hub" {\n  name = "ml/hub-token"\n  kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"\n}\n',
        },
      ],
    },
  },
  on: secret,
  judge: ({ facts }) => {
    const answer = mustBeSet(facts.kmsKey);
    if (answer.kind !== "pass" || facts.kmsKey.kind !== "known") return answer;
    return must(facts.kmsKey, (key) => !ofAws.test(textOf(key) ?? ""));
  },
});
