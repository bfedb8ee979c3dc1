import { coversAction, fits, type Statement } from "../../../infra/aws/policy.ts";
import { mustHaveNo, writtenPolicies } from "../../../infra/aws/statements.ts";
import { defineInfraCheck } from "../define.ts";

function passesAny(statement: Statement): boolean {
  const { effect, resources, notResources, conditions } = statement;
  if (effect !== "Allow" || !coversAction(statement, "iam:PassRole")) return false;
  const isTied = conditions.some(({ key, values }) =>
    key === "iam:passedtoservice"
      ? !values.some(({ text }) => fits(text, "ec2.amazonaws.com"))
      : key === "iam:associatedresourcearn",
  );
  const isAny =
    notResources.length > 0 ||
    resources.some(
      ({ text }) =>
        fits(text, "arn:aws:iam::123456789012:role/a") ||
        /^arn:aws[a-z-]*:iam::[^:]*:role\/[*?]*$/.test(text),
    );
  return isAny && !isTied;
}

export const iamPassAnyRole = defineInfraCheck({
  meta: {
    id: "iam-pass-any-role",
    code: "PV-AWS-102",
    title: "A policy lets any role be passed",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-269", "ATLAS:AML.T0012", "AISF-IAM-02"],
    why: "Who may pass a role to a notebook, a training job or a function runs code with it: that is every right of the strongest role there is.",
    mend: "Name the roles, and the service that they may be passed to.",
    mends: {
      terraform:
        'Action    = "iam:PassRole"\nResource  = aws_iam_role.training.arn\nCondition = { StringEquals = { "iam:PassedToService" = "sagemaker.amazonaws.com" } }',
    },
    blind: "Permission boundaries and policies of the organisation, which take rights away again.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_iam_policy" "p" {\n  name = "p"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect   = "Allow"\n      Action   = "iam:PassRole"\n      Resource = "*"\n    }]\n  })\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_iam_policy" "p" {\n  name = "p"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect   = "Allow"\n      Action   = "iam:PassRole"\n      Resource = "arn:aws:iam::123456789012:role/ml-training"\n    }]\n  })\n}\n',
        },
      ],
    },
  },
  on: writtenPolicies,
  judge: mustHaveNo(passesAny),
});
