import { fail, pass, unknown, type Answer } from "../../../infra/answer.ts";
import { worldOf } from "../../../infra/addresses.ts";
import { coversAction, fits, type Policy, type Statement } from "../../../infra/aws/policy.ts";
import { rightsOf } from "../../../infra/aws/rights.ts";
import { wayByRole } from "../../../infra/aws/ways.ts";
import type { Cloud } from "../../../infra/cloud.ts";
import { role } from "../../../infra/types/aws/iam.ts";
import { hub } from "../../../infra/types/aws/sagemaker-platform.ts";
import type { Item } from "../../../infra/type.ts";
import { defineInfraCheck } from "../define.ts";

type Role = Item<(typeof role)["facts"]>;

/** What is asked to see a model of JumpStart before it is deployed. */
const action = "sagemaker:DescribeHubContent";
const publicModel = "arn:aws:sagemaker:eu-west-1:aws:hub-content/SageMakerPublicHub/Model/m/1";

function isAbout({ resources, notResources }: Statement): boolean {
  const named = (words: Statement["resources"]): boolean =>
    words.some(({ text }) =>
      fits(text.replace(/^(arn:[^:]*:[^:]*):[a-z-]+-\d+:/, "$1:*:"), publicModel),
    );
  return notResources.length > 0 ? !named(notResources) : named(resources);
}

function allowing({ statements }: Policy): Statement | undefined {
  return statements.find(
    (each) => each.effect === "Allow" && coversAction(each, action) && isAbout(each),
  );
}

function isDenied({ statements }: Policy): boolean {
  return statements.some(
    (each) =>
      each.effect === "Deny" &&
      each.conditions.length === 0 &&
      coversAction(each, action) &&
      isAbout(each),
  );
}

/** Whether a role of SageMaker reaches the public hub; undefined for roles of others. */
function judgeRole(it: Role, cloud: Cloud): Answer | undefined {
  const { trust } = it.facts;
  if (trust.kind !== "known") return undefined;
  const runner = trust.value.statements
    .flatMap(({ principals }) => principals)
    .find(({ kind, text }) => kind === "Service" && text === "sagemaker.amazonaws.com");
  if (runner === undefined) return undefined;
  const { policies, managed, missing, doubt } = rightsOf(cloud, it);
  if (policies.some(isDenied)) return pass;
  const message = "lets people take any model of the public hub";
  const full = managed.find(({ arn }) => arn.endsWith("/AmazonSageMakerFullAccess"));
  const own = policies.map(allowing).find((each) => each !== undefined);
  const found = own === undefined ? full : { arn: own.sid ?? "public hub", at: own.at };
  if (found !== undefined)
    return fail(found.at, {
      way: wayByRole(it, { runner, policy: { at: found.at, name: found.arn, message } }),
    });
  const { at } = it.resource;
  if (missing !== undefined) return { kind: "not-assessed", at, missing };
  return doubt === undefined ? pass : unknown(at, doubt);
}

export const sagemakerHubBypassed = defineInfraCheck({
  meta: {
    id: "sagemaker-hub-bypassed",
    code: "PV-AWS-113",
    title: "Models of the public hub can be deployed around the private one",
    severity: "low",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-862", "ATLAS:AML.T0010.003", "OWASP-LLM03:2025", "AISF-MODEL-02"],
    why: "A private hub says which models were reviewed; as long as the role of Studio reaches JumpStart's own, any other can be deployed as well.",
    mend: "Deny the role `sagemaker:*` on the public hub and its contents.",
    mends: {
      terraform:
        '{\n  Effect = "Deny"\n  Action = "sagemaker:*"\n  Resource = [\n    "arn:aws:sagemaker:*:aws:hub/SageMakerPublicHub",\n    "arn:aws:sagemaker:*:aws:hub-content/SageMakerPublicHub/*/*",\n  ]\n}',
    },
    blind:
      "Permission boundaries and policies of the organisation, which take rights away again; models that are pulled from elsewhere.",
    references: [
      "https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-curated-hubs-admin-guide.html",
    ],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_hub" "models" {\n  hub_name        = "models"\n  hub_description = "Reviewed models"\n}\nresource "aws_iam_role" "studio" {\n  name = "studio"\n  assume_role_policy = jsonencode({\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "sts:AssumeRole"\n      Principal = { Service = "sagemaker.amazonaws.com" }\n    }]\n  })\n}\nresource "aws_iam_role_policy" "studio" {\n  role = aws_iam_role.studio.id\n  policy = jsonencode({\n    Statement = [{ Effect = "Allow", Action = "sagemaker:*", Resource = "*" }]\n  })\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_hub" "models" {\n  hub_name        = "models"\n  hub_description = "Reviewed models"\n}\nresource "aws_iam_role" "studio" {\n  name = "studio"\n  assume_role_policy = jsonencode({\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "sts:AssumeRole"\n      Principal = { Service = "sagemaker.amazonaws.com" }\n    }]\n  })\n}\nresource "aws_iam_role_policy" "studio" {\n  role = aws_iam_role.studio.id\n  policy = jsonencode({\n    Statement = [{ Effect = "Allow", Action = "sagemaker:*", Resource = "*" }, { Effect = "Deny", Action = "sagemaker:*", Resource = ["arn:aws:sagemaker:*:aws:hub/SageMakerPublicHub", "arn:aws:sagemaker:*:aws:hub-content/SageMakerPublicHub/*/*"] }]\n  })\n}\n',
        },
      ],
    },
  },
  on: hub,
  judge: ({ resource }, cloud): Answer | undefined => {
    const answers = cloud
      .all(role)
      .filter((each) => worldOf(each.resource) === worldOf(resource))
      .flatMap((each) => judgeRole(each, cloud) ?? []);
    const order = ["fail", "not-assessed", "unknown", "pass"] as const;
    return order
      .map((kind) => answers.find((each) => each.kind === kind))
      .find((each) => each !== undefined);
  },
});
