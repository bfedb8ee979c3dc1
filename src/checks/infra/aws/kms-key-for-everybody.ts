import { fail, must, pass, type Answer, unknown } from "../../../infra/answer.ts";
import { openStatements } from "../../../infra/aws/reach.ts";
import { everybody, wayByStatement } from "../../../infra/aws/ways.ts";
import { kmsKey } from "../../../infra/types/aws/services.ts";
import { thingOf } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";

export const kmsKeyForEverybody = defineInfraCheck({
  meta: {
    id: "kms-key-for-everybody",
    code: "PV-AWS-071",
    title: "Everybody may use a KMS key",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_33", "kms_key_not_publicly_accessible", "KMS.5"],
    controls: ["CWE-732", "AISF-INFRA-07"],
    why: "Whoever finds something encrypted with it reads it.",
    mend: "Name who may use the key, or tie it to your organisation or to a service.",
    mends: {
      terraform: 'Principal = { AWS = "arn:aws:iam::ACCOUNT:root" }',
      aws: "aws kms get-key-policy --region {region} --key-id {name} --policy-name default",
    },
    blind: "Grants.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_kms_key" "k" {\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "kms:*"\n      Resource  = "*"\n      Principal = "*"\n    }]\n  })\n}\n',
        },
      ],
      clean: [{ path: "main.tf", code: 'resource "aws_kms_key" "k" {\n  description = "ml"\n}\n' }],
    },
  },
  on: kmsKey,
  judge: (it): Answer => {
    const { facts, resource } = it;
    const { policy } = facts;
    if (policy.kind !== "known") return must(policy, () => true, { absent: true });
    const [open] = openStatements(policy.value);
    if (open !== undefined) {
      const to = { ...thingOf(it), at: resource.at, message: "can be used by anybody" };
      return fail(open.at, { way: wayByStatement(open, { who: everybody, to }) });
    }
    const { doubt } = policy.value;
    return doubt === undefined ? pass : unknown(policy.at, doubt);
  },
});
