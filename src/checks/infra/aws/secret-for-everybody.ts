import { fail, must, pass, unknown, type Answer } from "../../../infra/answer.ts";
import { openStatements } from "../../../infra/aws/reach.ts";
import { everybody, wayByStatement } from "../../../infra/aws/ways.ts";
import { secret } from "../../../infra/types/aws/services.ts";
import { thingOf } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";

export const secretForEverybody = defineInfraCheck({
  meta: {
    id: "secret-for-everybody",
    code: "PV-AWS-116",
    title: "Everybody may read a secret",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["secretsmanager_not_publicly_accessible"],
    controls: ["CWE-732", "ATLAS:AML.T0055", "AISF-DATA-03"],
    why: "Any account of AWS asks for the value and gets it, as far as the key lets it be decrypted.",
    mend: "Name who may read it, or tie the statement to your organisation.",
    mends: {
      terraform: "Principal = { AWS = aws_iam_role.training.arn }",
      aws: "aws secretsmanager delete-resource-policy --region {region} --secret-id {id}",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_secretsmanager_secret" "hub" {\n  name = "ml/hub-token"\n}\nresource "aws_secretsmanager_secret_policy" "hub" {\n  secret_arn = aws_secretsmanager_secret.hub.arn\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "secretsmanager:GetSecretValue"\n      Resource  = "*"\n      Principal = "*"\n    }]\n  })\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_secretsmanager_secret" "hub" {\n  name = "ml/hub-token"\n}\nresource "aws_secretsmanager_secret_policy" "hub" {\n  secret_arn = aws_secretsmanager_secret.hub.arn\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "secretsmanager:GetSecretValue"\n      Resource  = "*"\n      Principal = { AWS = "arn:aws:iam::123456789012:role/training" }\n    }]\n  })\n}\n',
        },
      ],
    },
  },
  on: secret,
  judge: (it): Answer => {
    const { facts, resource } = it;
    const { policy } = facts;
    if (policy.kind !== "known") return must(policy, () => true, { absent: true });
    const [open] = openStatements(policy.value);
    if (open !== undefined) {
      const to = { ...thingOf(it), at: resource.at, message: "is given to anybody" };
      return fail(open.at, { way: wayByStatement(open, { who: everybody, to }) });
    }
    const { doubt } = policy.value;
    return doubt === undefined ? pass : unknown(policy.at, doubt);
  },
});
