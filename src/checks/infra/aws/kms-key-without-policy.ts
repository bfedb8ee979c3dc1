import { mustBeSet } from "../../../infra/answer.ts";
import { valueOf } from "../../../infra/fact.ts";
import { kmsKey } from "../../../infra/types/aws/services.ts";
import { defineInfraCheck } from "../define.ts";

export const kmsKeyWithoutPolicy = defineInfraCheck({
  meta: {
    id: "kms-key-without-policy",
    code: "PV-AWS-072",
    title: "A KMS key is used by whom IAM happens to let",
    severity: "info",
    confidence: "high",
    audience: "pedantic",
    aliases: ["CKV2_AWS_64"],
    controls: ["CWE-1220", "AISF-INFRA-07"],
    why: "Without a policy of its own any administrator of IAM gives the right to decrypt.",
    mend: "Write a policy for the key.",
    mends: { terraform: "policy = data.aws_iam_policy_document.key.json" },
    since: "0.2.0",
    examples: {
      found: [{ path: "main.tf", code: 'resource "aws_kms_key" "k" {\n  description = "ml"\n}\n' }],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_kms_key" "k" {\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "kms:*"\n      Resource  = "*"\n      Principal = { AWS = "arn:aws:iam::123456789012:root" }\n    }]\n  })\n}\n',
        },
      ],
    },
  },
  on: kmsKey,
  judge: ({ facts }) => (valueOf(facts.manager) === "AWS" ? undefined : mustBeSet(facts.policy)),
});
