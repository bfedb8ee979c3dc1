import {
  coversAllResources,
  coversEveryAction,
  type Statement,
} from "../../../infra/aws/policy.ts";
import { mustHaveNo, writtenPolicies } from "../../../infra/aws/statements.ts";
import { defineInfraCheck } from "../define.ts";

function isAdministrator(statement: Statement): boolean {
  return (
    statement.effect === "Allow" && coversEveryAction(statement) && coversAllResources(statement)
  );
}

export const iamAdministrator = defineInfraCheck({
  meta: {
    id: "iam-administrator",
    code: "PV-AWS-100",
    title: "A policy gives every right over everything",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [
      "CKV_AWS_62",
      "iam_customer_attached_policy_no_administrative_privileges",
      "IAM.1",
      "CIS-AWS-3.0.0:1.16",
    ],
    controls: ["CWE-269", "ATLAS:AML.T0012", "AISF-IAM-02"],
    why: "A notebook, job or agent with it is the account: one injected instruction or pickled model is enough.",
    mend: "Name the actions and the resources that are needed.",
    mends: { terraform: 'Action   = ["s3:GetObject"]\nResource = ["${aws_s3_bucket.data.arn}/*"]' },
    blind: "Permission boundaries and policies of the organisation, which take rights away again.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_iam_policy" "p" {\n  name = "p"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect   = "Allow"\n      Action   = "*"\n      Resource = "*"\n    }]\n  })\n}\n',
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
  judge: mustHaveNo(isAdministrator),
});
