import { fail, pass, type Answer, unknown, type Waypoint } from "../../../infra/answer.ts";
import {
  coversAction,
  coversAllResources,
  coversEveryAction,
  type Statement,
} from "../../../infra/aws/policy.ts";
import { vagueness } from "../../../infra/aws/statements.ts";
import { rightsOf } from "../../../infra/aws/rights.ts";
import { runnerOf } from "../../../infra/aws/runners.ts";
import { isAdministrator } from "../../../infra/aws/statements.ts";
import { wayByRole } from "../../../infra/aws/ways.ts";
import { role } from "../../../infra/types/aws/iam.ts";
import type { Place } from "../../../infra/value.ts";
import { defineInfraCheck } from "../define.ts";

/** Policies of AWS that are every right, or all but users. */
const wide = /\/(?:AdministratorAccess|PowerUserAccess|IAMFullAccess)$/;

/** What only `iam:*` lets one do, so that a right to less is not taken for it. */
const overRoles = ["iam:AttachRolePolicy", "iam:CreateAccessKey", "iam:DeleteVirtualMFADevice"];

function isEverything(statement: Statement): boolean {
  const isAll =
    coversEveryAction(statement) || overRoles.every((action) => coversAction(statement, action));
  return statement.effect === "Allow" && isAll && coversAllResources(statement);
}

export const mlRoleAdministrator = defineInfraCheck({
  meta: {
    id: "ml-role-administrator",
    code: "PV-AWS-106",
    title: "What runs models or notebooks is an administrator",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["bedrock_agent_role_least_privilege"],
    controls: ["CWE-250", "CWE-269", "OWASP-LLM06:2025", "ATLAS:AML.T0012", "AISF-IAM-05"],
    why: "Whatever gets to run there — a package, a pickled model, an injected tool call — has the whole account.",
    mend: "Give the role the actions and resources of its task.",
    mends: {
      terraform:
        'resource "aws_iam_role_policy" "task" {\n  role = {id}.id\n  policy = jsonencode({\n    Version   = "2012-10-17"\n    Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = ["${aws_s3_bucket.data.arn}/*"] }]\n  })\n}',
      aws: "aws iam list-attached-role-policies --role-name {name}\naws iam list-role-policies --role-name {name}",
    },
    blind:
      "Statements that give everything, of which iam-administrator tells; permission boundaries; rights that several policies have together.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_iam_role" "r" {\n  name = "r"\n  assume_role_policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "sts:AssumeRole"\n      Principal = { Service = "sagemaker.amazonaws.com" }\n    }]\n  })\n}\nresource "aws_iam_role_policy" "r" {\n  name = "all"\n  role = aws_iam_role.r.id\n  policy = jsonencode({\n    Statement = [{ Effect = "Allow", Action = "iam:*", Resource = "*" }]\n  })\n}\n',
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
    const wayTo = (at: Place, name: string): readonly Waypoint[] => {
      const message = "amounts to every right in the account";
      return wayByRole(it, { runner, policy: { at, name, message } });
    };
    const rights = rightsOf(cloud, it);
    const managed = rights.managed.find(({ arn }) => wide.test(arn));
    if (managed !== undefined) return fail(managed.at, { way: wayTo(managed.at, managed.arn) });
    const statements = rights.policies.flatMap((policy) => policy.statements);
    const all = statements.find(isEverything);
    if (all !== undefined)
      return fail(all.at, {
        way: wayTo(all.at, all.sid ?? "written by you"),
        // `iam-administrator` says it of the statement.
        isToldElsewhere: isAdministrator(all),
      });
    const { at } = it.resource;
    if (rights.missing !== undefined) return { kind: "not-assessed", at, missing: rights.missing };
    const doubt = rights.doubt ?? vagueness(statements, isEverything);
    return doubt === undefined ? pass : unknown(at, doubt);
  },
});
