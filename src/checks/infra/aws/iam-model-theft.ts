import { coversAction, type Statement } from "../../../infra/aws/policy.ts";
import { mustHaveNo, writtenPolicies } from "../../../infra/aws/statements.ts";
import { defineInfraCheck } from "../define.ts";

const hiding = [
  "bedrock:DeleteModelInvocationLoggingConfiguration",
  "bedrock:PutModelInvocationLoggingConfiguration",
];

function hides(statement: Statement): boolean {
  if (statement.effect !== "Allow") return false;
  const canCall = coversAction(statement, "bedrock:InvokeModel");
  return canCall && hiding.some((action) => coversAction(statement, action));
}

export const iamModelTheft = defineInfraCheck({
  meta: {
    id: "iam-model-theft",
    code: "PV-AWS-105",
    title: "A policy lets the use of models go unseen",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-269", "ATLAS:AML.T0034", "OWASP-LLM10:2025", "AISF-IAM-02"],
    why: "Stolen keys are sold for the models that they may call; who can also switch the records off is noticed by the bill only.",
    mend: "Take the right to change logging and guardrails from those who call models.",
    mends: {
      terraform: 'Action = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"]',
    },
    blind: "Permission boundaries and policies of the organisation, which take rights away again.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_iam_policy" "p" {\n  name = "p"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect   = "Allow"\n      Action   = "bedrock:*"\n      Resource = "*"\n    }]\n  })\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_iam_policy" "p" {\n  name = "p"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect   = "Allow"\n      Action   = "bedrock:InvokeModel"\n      Resource = "*"\n    }]\n  })\n}\n',
        },
      ],
    },
  },
  on: writtenPolicies,
  judge: mustHaveNo(hides),
});
