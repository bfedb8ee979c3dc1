import { fail, mustBeSet, pass, type Answer, unknown } from "../../../infra/answer.ts";
import { serviceAt } from "../../../infra/aws/endpoints.ts";
import { endpointRouteTable, vpcEndpoint } from "../../../infra/types/aws/network.ts";
import { defineInfraCheck } from "../define.ts";

export const s3EndpointUnrouted = defineInfraCheck({
  meta: {
    id: "s3-endpoint-unrouted",
    code: "PV-AWS-064",
    title: "No subnet uses the gateway endpoint of S3",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-923", "ATLAS:AML.T0025", "AISF-INFRA-08", "AISF-DATA-04"],
    why: "A gateway endpoint works by routes; without one, data and models go to S3 over the internet, and the policy of the endpoint holds nobody.",
    mend: "Put the endpoint into the route tables of the subnets that reach S3.",
    mends: {
      terraform: "route_table_ids = [aws_route_table.private.id]",
      cloudformation: "RouteTableIds: [!Ref PrivateRouteTable]",
      aws: "aws ec2 modify-vpc-endpoint --region {region} --vpc-endpoint-id {name} --add-route-table-ids ROUTE_TABLE",
    },
    blind: "Whether every subnet that needs it has the route.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_vpc_endpoint" "e" {\n  vpc_id       = "vpc-1"\n  service_name = "com.amazonaws.eu-west-1.s3"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_vpc_endpoint" "e" {\n  vpc_id       = "vpc-1"\n  service_name = "com.amazonaws.eu-west-1.s3"\n  route_table_ids = ["rtb-1"]\n}\n',
        },
      ],
    },
  },
  on: vpcEndpoint,
  judge: (it, cloud): Answer | undefined => {
    const { type, routeTables } = it.facts;
    if (type.kind !== "known" || type.value !== "Gateway" || serviceAt(it) !== "s3")
      return undefined;
    const own = mustBeSet(routeTables);
    if (own.kind !== "fail") return own;
    const apart = cloud.pointingAt(it, { type: endpointRouteTable, fact: "endpoint" });
    if (apart.items.length > 0) return pass;
    return apart.maybe === undefined ? fail(it.resource.at) : unknown(it.resource.at, apart.maybe);
  },
});
