import { coversAction, fits, type Statement } from "../../../infra/aws/policy.ts";
import { mustHaveNo, writtenPolicies } from "../../../infra/aws/statements.ts";
import { defineInfraCheck } from "../define.ts";

function readsAll(statement: Statement): boolean {
  const { effect, resources, notResources, conditions } = statement;
  if (effect !== "Allow" || conditions.length > 0) return false;
  const isAny =
    notResources.length > 0 ||
    resources.some(({ text }) =>
      fits(text.replace(/^arn:aws-[a-z-]+:/, "arn:aws:"), "arn:aws:s3:::a/b"),
    );
  return isAny && coversAction(statement, "s3:GetObject");
}

export const iamReadEveryBucket = defineInfraCheck({
  meta: {
    id: "iam-read-every-bucket",
    code: "PV-AWS-104",
    title: "A policy lets every bucket be read",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-732", "ATLAS:AML.T0035", "AISF-IAM-02"],
    why: "One notebook that is taken over takes all data and all models along.",
    mend: "Name the buckets.",
    mends: { terraform: 'Resource = ["${aws_s3_bucket.data.arn}/*"]' },
    blind: "Permission boundaries and policies of the organisation, which take rights away again.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_iam_policy" "p" {\n  name = "p"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect   = "Allow"\n      Action   = "s3:*"\n      Resource = "*"\n    }]\n  })\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_iam_policy" "p" {\n  name = "p"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect   = "Allow"\n      Action   = "s3:GetObject"\n      Resource = "arn:aws:s3:::acme-lake/*"\n    }]\n  })\n}\n',
        },
      ],
    },
  },
  on: writtenPolicies,
  judge: mustHaveNo(readsAll),
});
