import { coversAction, coversAllResources, type Statement } from "../../../infra/aws/policy.ts";
import { mustHaveNo, writtenPolicies } from "../../../infra/aws/statements.ts";
import { defineInfraCheck } from "../define.ts";

const doors = [
  "sagemaker:CreatePresignedNotebookInstanceUrl",
  "sagemaker:CreatePresignedDomainUrl",
  "sagemaker:CreatePresignedMlflowTrackingServerUrl",
];

function opensAny(statement: Statement): boolean {
  const { effect, conditions } = statement;
  if (effect !== "Allow" || conditions.length > 0) return false;
  return coversAllResources(statement) && doors.some((door) => coversAction(statement, door));
}

export const iamNotebookUrls = defineInfraCheck({
  meta: {
    id: "iam-notebook-urls",
    code: "PV-AWS-103",
    title: "A policy lets every notebook be entered",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-269", "ATLAS:AML.T0012", "AISF-IAM-02"],
    why: "A presigned URL opens the notebook or Studio of anybody else, with the role that it has.",
    mend: "Name the notebooks or profiles, such as by a tag of their owner.",
    mends: {
      terraform:
        'Condition = { StringEquals = { "sagemaker:ResourceTag/owner" = "$${aws:username}" } }',
    },
    blind: "Permission boundaries and policies of the organisation, which take rights away again.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_iam_policy" "p" {\n  name = "p"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect   = "Allow"\n      Action   = "sagemaker:CreatePresignedNotebookInstanceUrl"\n      Resource = "*"\n    }]\n  })\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_iam_policy" "p" {\n  name = "p"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect   = "Allow"\n      Action   = "sagemaker:CreatePresignedDomainUrl"\n      Resource = "arn:aws:sagemaker:eu-west-1:123456789012:user-profile/d-1/me"\n    }]\n  })\n}\n',
        },
      ],
    },
  },
  on: writtenPolicies,
  judge: mustHaveNo(opensAny),
});
