import { fail, must, pass, type Answer, unknown } from "../../../infra/answer.ts";
import { serviceAt } from "../../../infra/aws/endpoints.ts";
import { coversAllResources, isEveryAction } from "../../../infra/aws/policy.ts";
import { vpcEndpoint } from "../../../infra/types/aws/network.ts";
import { defineInfraCheck } from "../define.ts";

/** Services by which data or models leave. */
const ours = /^(?:s3|sagemaker\.|notebook|studio|ecr\.|sts|kms|bedrock)/;

export const vpcEndpointOpenPolicy = defineInfraCheck({
  meta: {
    id: "vpc-endpoint-open-policy",
    code: "PV-AWS-024",
    title: "A VPC endpoint lets data out to any account",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-923", "ATLAS:AML.T0025", "AISF-INFRA-08"],
    why: "With stolen or foreign credentials a notebook writes to a bucket of somebody else through your own endpoint.",
    mend: "Tie the policy of the endpoint to your organisation or your buckets.",
    mends: {
      terraform:
        'policy = jsonencode({\n  Version = "2012-10-17"\n  Statement = [{\n    Effect    = "Allow"\n    Principal = "*"\n    Action    = "*"\n    Resource  = "*"\n    Condition = { StringEquals = { "aws:ResourceOrgID" = "o-YOURS" } }\n  }]\n})',
    },
    blind: "Services whose endpoints take no policy.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_vpc_endpoint" "s" {\n  vpc_id              = aws_vpc.v.id\n  service_name        = "com.amazonaws.eu-west-1.s3"\n  vpc_endpoint_type   = "Interface"\n  private_dns_enabled = true\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_vpc_endpoint" "s" {\n  vpc_id              = aws_vpc.v.id\n  service_name        = "com.amazonaws.eu-west-1.s3"\n  policy = jsonencode({\n    Statement = [{\n      Effect    = "Allow"\n      Principal = "*"\n      Action    = "s3:*"\n      Resource  = "*"\n      Condition = { StringEquals = { "aws:ResourceOrgID" = "o-1" } }\n    }]\n  })\n}\n',
        },
      ],
    },
  },
  on: vpcEndpoint,
  judge: (it): Answer | undefined => {
    const service = serviceAt(it);
    if (service === undefined || !ours.test(service)) return undefined;
    const { policy } = it.facts;
    // What is not written is every right, for everybody.
    if (policy.kind === "absent") return fail(it.resource.at);
    if (policy.kind !== "known") return must(policy, () => true);
    const open = policy.value.statements.find(
      (statement) =>
        statement.effect === "Allow" &&
        statement.conditions.length === 0 &&
        statement.actions.some((action) => isEveryAction(action) || action.text.endsWith(":*")) &&
        coversAllResources(statement),
    );
    if (open !== undefined) return fail(open.at);
    const { doubt } = policy.value;
    return doubt === undefined ? pass : unknown(policy.at, doubt);
  },
});
