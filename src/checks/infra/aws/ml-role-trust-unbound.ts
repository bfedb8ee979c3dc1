import { fail, pass, type Answer } from "../../../infra/answer.ts";
import { narrows } from "../../../infra/aws/reach.ts";
import { role } from "../../../infra/types/aws/iam.ts";
import { defineInfraCheck } from "../define.ts";

export const mlRoleTrustUnbound = defineInfraCheck({
  meta: {
    id: "ml-role-trust-unbound",
    code: "PV-AWS-108",
    title: "A service may take a role for anybody",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: [],
    controls: ["CWE-441", "CWE-269", "AISF-IAM-05"],
    why: "Without a condition another account can have the service use your role for its own job (the confused deputy).",
    mend: "Tie the trust to your account.",
    mends: {
      terraform:
        'Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }',
    },
    blind:
      "Services that check by themselves whose role it is, as SageMaker does by `iam:PassRole`.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_iam_role" "r" {\n  name = "r"\n  assume_role_policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "sts:AssumeRole"\n      Principal = { Service = "bedrock.amazonaws.com" }\n    }]\n  })\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_iam_role" "r" {\n  name = "r"\n  assume_role_policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "sts:AssumeRole"\n      Principal = { Service = "bedrock.amazonaws.com" }\n      Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } }\n    }]\n  })\n}\n',
        },
      ],
    },
  },
  on: role,
  judge: ({ facts }): Answer | undefined => {
    const { trust } = facts;
    if (trust.kind !== "known") return undefined;
    const services = trust.value.statements.filter(
      ({ effect, principals }) =>
        effect === "Allow" &&
        principals.some(
          ({ kind, text }) => kind === "Service" && /^bedrock(?:-agentcore)?\./.test(text),
        ),
    );
    if (services.length === 0) return undefined;
    const unbound = services.find(
      ({ conditions }) =>
        !conditions.some(
          (condition) => /^aws:source(?:account|arn|org)/.test(condition.key) && narrows(condition),
        ),
    );
    return unbound === undefined ? pass : fail(unbound.at);
  },
});
