import { fail, must, pass, type Answer, unknown } from "../../../infra/answer.ts";
import { openStatements } from "../../../infra/aws/reach.ts";
import { everybody, wayByStatement } from "../../../infra/aws/ways.ts";
import { repository, repositoryPolicy } from "../../../infra/types/aws/services.ts";
import { thingOf } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";

export const ecrPublic = defineInfraCheck({
  meta: {
    id: "ecr-public",
    code: "PV-AWS-076",
    title: "Everybody may pull or push images",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_32", "ecr_repositories_not_publicly_accessible"],
    controls: ["CWE-732", "ATLAS:AML.T0010.003"],
    why: "Models and code in the images are read, or another image is put in their place.",
    mend: "Name the accounts or roles that pull.",
    mends: { aws: "aws ecr get-repository-policy --region {region} --repository-name {name}" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_ecr_repository_policy" "r" {\n  repository = "serve"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Principal = "*"\n      Action    = ["ecr:BatchGetImage", "ecr:PutImage"]\n    }]\n  })\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_ecr_repository_policy" "r" {\n  repository = "serve"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Principal = { AWS = "arn:aws:iam::123456789012:root" }\n      Action    = ["ecr:BatchGetImage", "ecr:PutImage"]\n    }]\n  })\n}\n',
        },
      ],
    },
  },
  on: [repositoryPolicy, { ...repository, names: { cloudformation: "AWS::ECR::Repository" } }],
  judge: (it): Answer | undefined => {
    const { facts, resource } = it;
    const { policy } = facts;
    if (policy.kind === "absent") return undefined;
    if (policy.kind !== "known") return must(policy, () => true);
    const [open] = openStatements(policy.value);
    if (open !== undefined) {
      const to = { ...thingOf(it), at: resource.at, message: "can be pulled or pushed by anybody" };
      return fail(open.at, { way: wayByStatement(open, { who: everybody, to }) });
    }
    const { doubt } = policy.value;
    return doubt === undefined ? pass : unknown(policy.at, doubt);
  },
});
