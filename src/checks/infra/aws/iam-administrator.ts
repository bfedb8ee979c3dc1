import type { Answer } from "../../../infra/answer.ts";
import { runWith } from "../../../infra/aws/runners.ts";
import { isAdministrator, mustHaveNo, writtenPolicies } from "../../../infra/aws/statements.ts";
import { wayByRole } from "../../../infra/aws/ways.ts";
import type { Cloud } from "../../../infra/cloud.ts";
import { nameOf } from "../../../infra/names.ts";
import type { Item } from "../../../infra/type.ts";
import { defineInfraCheck } from "../define.ts";

const judge = mustHaveNo(isAdministrator);

/** The way from what runs code to the policy, where it is a role of models, notebooks, jobs or agents. */
function withWay(answer: Answer, it: Item, cloud: Cloud): Answer {
  const run = answer.kind === "fail" ? runWith(cloud, answer.at, it) : undefined;
  if (answer.kind !== "fail" || run === undefined) return answer;
  const { at } = answer;
  const policy = { at, name: nameOf(it.resource), message: "gives every right in the account" };
  return {
    ...answer,
    message: "A policy gives what runs models or notebooks every right over everything",
    way: wayByRole(run.role, { runner: run.runner, policy }),
  };
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
  judge: (it, cloud) => {
    const given = judge(it);
    if (given === undefined) return undefined;
    const answers: readonly Answer[] = Array.isArray(given) ? given : [given as Answer];
    return answers.map((answer) => withWay(answer, it, cloud));
  },
});
