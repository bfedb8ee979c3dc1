import { fail, must, pass, type Answer, unknown } from "../../../infra/answer.ts";
import { coversAction, type Statement } from "../../../infra/aws/policy.ts";
import { identityPolicy } from "../../../infra/types/aws/iam.ts";
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
  on: identityPolicy,
  judge: ({ facts }): Answer => {
    const { document } = facts;
    if (document.kind !== "known") return must(document, () => true, { absent: true });
    const bad = document.value.statements.find(hides);
    if (bad !== undefined) return fail(bad.at);
    const { doubt } = document.value;
    return doubt === undefined ? pass : unknown(document.at, doubt);
  },
});
