import type { Answer } from "../../../infra/answer.ts";
import { bedrockClients } from "../../../infra/aws/bedrock-clients.ts";
import { mustReach } from "../../../infra/aws/endpoints.ts";
import { vpc } from "../../../infra/types/aws/network.ts";
import { defineInfraCheck } from "../define.ts";

export const bedrockVpcEndpoints = defineInfraCheck({
  meta: {
    id: "bedrock-vpc-endpoints",
    code: "PV-AWS-119",
    title: "What stands in a VPC reaches Bedrock over the internet",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["bedrock_vpc_endpoints_configured"],
    controls: ["CWE-668", "CWE-923", "ATLAS:AML.T0025", "AISF-INFRA-01"],
    why: "Prompts and answers go by a way out that has to be open for everything, and no endpoint policy says which models and accounts may be called.",
    mend: "Make an endpoint in the VPC for each service of Bedrock that is called.",
    mends: {
      terraform:
        'resource "aws_vpc_endpoint" "bedrock" {\n  vpc_id              = {id}.id\n  service_name        = "com.amazonaws.${data.aws_region.current.name}.bedrock-runtime"\n  vpc_endpoint_type   = "Interface"\n  subnet_ids          = [aws_subnet.private.id]\n  security_group_ids  = [aws_security_group.endpoints.id]\n  private_dns_enabled = true\n}',
      aws: "aws ec2 create-vpc-endpoint --region {region} --vpc-id {name} --vpc-endpoint-type Interface --service-name com.amazonaws.{region}.bedrock-runtime --subnet-ids SUBNET --private-dns-enabled",
    },
    blind:
      "Clients on containers and machines; roles that may do everything, which do not tell what they are for; endpoints that another VPC shares.",
    references: [
      "https://docs.aws.amazon.com/bedrock/latest/userguide/vpc-interface-endpoints.html",
    ],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_vpc" "v" {\n  cidr_block = "10.0.0.0/16"\n}\nresource "aws_subnet" "s" {\n  vpc_id     = aws_vpc.v.id\n  cidr_block = "10.0.1.0/24"\n}\nresource "aws_iam_role" "f" {\n  name = "f"\n  assume_role_policy = jsonencode({\n    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]\n  })\n}\nresource "aws_iam_role_policy" "f" {\n  role = aws_iam_role.f.id\n  policy = jsonencode({\n    Statement = [{ Effect = "Allow", Action = "bedrock:InvokeModel", Resource = "*" }]\n  })\n}\nresource "aws_lambda_function" "f" {\n  function_name = "answers"\n  role          = aws_iam_role.f.arn\n  vpc_config {\n    subnet_ids         = [aws_subnet.s.id]\n    security_group_ids = []\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_vpc" "v" {\n  cidr_block = "10.0.0.0/16"\n}\nresource "aws_subnet" "s" {\n  vpc_id     = aws_vpc.v.id\n  cidr_block = "10.0.1.0/24"\n}\nresource "aws_iam_role" "f" {\n  name = "f"\n  assume_role_policy = jsonencode({\n    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]\n  })\n}\nresource "aws_iam_role_policy" "f" {\n  role = aws_iam_role.f.id\n  policy = jsonencode({\n    Statement = [{ Effect = "Allow", Action = "bedrock:InvokeModel", Resource = "*" }]\n  })\n}\nresource "aws_lambda_function" "f" {\n  function_name = "answers"\n  role          = aws_iam_role.f.arn\n  vpc_config {\n    subnet_ids         = [aws_subnet.s.id]\n    security_group_ids = []\n  }\n}\nresource "aws_vpc_endpoint" "bedrock-runtime" {\n  vpc_id              = aws_vpc.v.id\n  service_name        = "com.amazonaws.eu-west-1.bedrock-runtime"\n  vpc_endpoint_type   = "Interface"\n  private_dns_enabled = true\n}\n',
        },
      ],
    },
  },
  on: vpc,
  judge: (it, cloud): Answer | undefined => {
    const [first, ...more] = bedrockClients(cloud).get(it) ?? [];
    if (first === undefined) return undefined;
    const needed = [...new Set([first, ...more].flatMap(({ services }) => [...services]))].sort();
    return mustReach(it, cloud, { needed, user: first.item.resource, what: "A VPC" });
  },
});
