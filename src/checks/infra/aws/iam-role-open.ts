import { fail, must, pass, type Answer, unknown } from "../../../infra/answer.ts";
import { openStatements } from "../../../infra/aws/reach.ts";
import { everybody, wayByStatement } from "../../../infra/aws/ways.ts";
import { role } from "../../../infra/types/aws/iam.ts";
import { thingOf } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";

export const iamRoleOpen = defineInfraCheck({
  meta: {
    id: "iam-role-open",
    code: "PV-AWS-124",
    title: "Everybody may take a role",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_60"],
    controls: ["CWE-284", "CWE-732", "ATLAS:AML.T0012", "AISF-IAM-02"],
    why: "Whoever has an account of AWS, and knows the name of the role, has its rights: models, data and all.",
    mend: "Name the accounts, roles or services that may take it, or tie it to your organisation.",
    mends: {
      terraform: 'Principal = { AWS = "arn:aws:iam::ACCOUNT:root" }',
      aws: "aws iam update-assume-role-policy --role-name {name} --policy-document file://trust.json",
    },
    blind: "An external id is no tie: it is no secret of yours, but of who uses the role.",
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous",
    ],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_iam_role" "train" {\n  name = "train"\n  assume_role_policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "sts:AssumeRole"\n      Principal = { AWS = "*" }\n    }]\n  })\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_iam_role" "train" {\n  name = "train"\n  assume_role_policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "sts:AssumeRole"\n      Principal = { Service = "sagemaker.amazonaws.com" }\n    }]\n  })\n}\n',
        },
      ],
    },
  },
  on: role,
  judge: (it): Answer | undefined => {
    const { trust } = it.facts;
    if (trust.kind === "absent") return undefined;
    if (trust.kind !== "known") return must(trust, () => true);
    const [open] = openStatements(trust.value);
    if (open !== undefined) {
      const to = { ...thingOf(it), at: it.resource.at, message: "can be taken by anybody" };
      return fail(open.at, { way: wayByStatement(open, { who: everybody, to }) });
    }
    const { doubt } = trust.value;
    return doubt === undefined ? pass : unknown(trust.at, doubt);
  },
});
