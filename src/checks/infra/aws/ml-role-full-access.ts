import { fail, pass, type Answer, unknown } from "../../../infra/answer.ts";
import { rightsOf } from "../../../infra/aws/rights.ts";
import { runnerOf } from "../../../infra/aws/runners.ts";
import { wayByRole } from "../../../infra/aws/ways.ts";
import { role } from "../../../infra/types/aws/iam.ts";
import { defineInfraCheck } from "../define.ts";

const full =
  /\/(?:AmazonSageMakerFullAccess|AmazonBedrockFullAccess|AmazonS3FullAccess|AWSKeyManagementServicePowerUser)$/;

export const mlRoleFullAccess = defineInfraCheck({
  meta: {
    id: "ml-role-full-access",
    code: "PV-AWS-107",
    title: "What runs models or notebooks has a full-access policy of AWS",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["bedrock_full_access_policy_attached"],
    controls: ["CWE-250", "CWE-269", "OWASP-LLM06:2025", "AISF-IAM-05"],
    why: "`AmazonSageMakerFullAccess` may pass roles, read buckets with `sagemaker` in their names and make jobs; `AmazonBedrockFullAccess` may change guardrails and logging.",
    mend: "Replace it by the actions that are needed.",
    mends: {
      aws: "aws iam detach-role-policy --role-name {name} --policy-arn arn:aws:iam::aws:policy/AmazonSageMakerFullAccess",
    },
    blind: "Policies of yours that come to the same.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_iam_role" "r" {\n  name = "r"\n  assume_role_policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "sts:AssumeRole"\n      Principal = { Service = "sagemaker.amazonaws.com" }\n    }]\n  })\n}\nresource "aws_iam_role_policy_attachment" "r" {\n  role       = aws_iam_role.r.name\n  policy_arn = "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_iam_role" "r" {\n  name = "r"\n  assume_role_policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "sts:AssumeRole"\n      Principal = { Service = "sagemaker.amazonaws.com" }\n    }]\n  })\n}\nresource "aws_iam_role_policy" "r" {\n  name = "some"\n  role = aws_iam_role.r.id\n  policy = jsonencode({\n    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::b/*" }]\n  })\n}\n',
        },
      ],
    },
  },
  on: role,
  judge: (it, cloud): Answer | undefined => {
    const runner = runnerOf(it);
    if (runner === undefined) return undefined;
    const rights = rightsOf(cloud, it);
    const found = rights.managed.find(({ arn }) => full.test(arn));
    if (found !== undefined) {
      const { arn, at } = found;
      const policy = { at, name: arn, message: "allows all that a service can do" };
      return fail(at, { way: wayByRole(it, { runner, policy }) });
    }
    const { at } = it.resource;
    if (rights.missing !== undefined) return { kind: "not-assessed", at, missing: rights.missing };
    return rights.doubt === undefined ? pass : unknown(at, rights.doubt);
  },
});
