import { isEveryAction, type Statement } from "../../../infra/aws/policy.ts";
import { mustHaveNo, writtenPolicies } from "../../../infra/aws/statements.ts";
import { defineInfraCheck } from "../define.ts";

function isWide({ effect, actions }: Statement): boolean {
  return effect === "Allow" && actions.some(isEveryAction);
}

export const iamEveryAction = defineInfraCheck({
  meta: {
    id: "iam-every-action",
    code: "PV-AWS-101",
    title: "A policy gives every right over something",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_63"],
    controls: ["CWE-269", "ATLAS:AML.T0012", "AISF-IAM-02"],
    why: "Whoever has it may also delete, share and change the policy of what it is about.",
    mend: "Name the actions that are needed.",
    mends: { terraform: 'Action = ["s3:GetObject", "s3:ListBucket"]' },
    blind: "Permission boundaries and policies of the organisation, which take rights away again.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_iam_policy" "p" {\n  name = "p"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect   = "Allow"\n      Action   = "*"\n      Resource = "arn:aws:s3:::lake/*"\n    }]\n  })\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_iam_policy" "p" {\n  name = "p"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect   = "Allow"\n      Action   = "s3:GetObject"\n      Resource = "*"\n    }]\n  })\n}\n',
        },
      ],
    },
  },
  on: writtenPolicies,
  judge: mustHaveNo(isWide),
});
