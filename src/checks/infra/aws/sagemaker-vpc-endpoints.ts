import type { Answer } from "../../../infra/answer.ts";
import { mustReach, vpcsOf, type Vpc } from "../../../infra/aws/endpoints.ts";
import { type Fact } from "../../../infra/fact.ts";
import { perCloud } from "../../../infra/per-cloud.ts";
import { type Item } from "../../../infra/type.ts";
import { vpc } from "../../../infra/types/aws/network.ts";
import {
  domain,
  model,
  notebookInstance,
  trainingJob,
} from "../../../infra/types/aws/sagemaker.ts";
import { type Value } from "../../../infra/value.ts";
import { defineInfraCheck } from "../define.ts";

/** What SageMaker cannot do its work without. */
const needed = [
  "sagemaker.api",
  "sagemaker.runtime",
  "s3",
  "ecr.api",
  "ecr.dkr",
  "sts",
  "logs",
  "kms",
] as const;

/** Something of SageMaker in each VPC that has any. */
const userByVpc = perCloud((cloud): ReadonlyMap<Vpc, Item> => {
  const users: readonly { readonly item: Item; readonly subnets: Fact<Value> }[] = [
    ...cloud.all(notebookInstance).map((item) => ({ item, subnets: item.facts.subnet })),
    ...[domain, model, trainingJob].flatMap((type) =>
      cloud.all(type as typeof model).map((item) => ({
        item,
        subnets: item.facts.subnets as Fact<Value>,
      })),
    ),
  ];
  const found = new Map<Vpc, Item>();
  for (const { item, subnets } of users)
    for (const around of vpcsOf(cloud, subnets, item.resource))
      if (!found.has(around)) found.set(around, item);
  return found;
});

export const sagemakerVpcEndpoints = defineInfraCheck({
  meta: {
    id: "sagemaker-vpc-endpoints",
    code: "PV-AWS-023",
    title: "SageMaker in a VPC reaches AWS over the internet",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-668", "CWE-923", "ATLAS:AML.T0025", "AISF-INFRA-08"],
    why: "Data, images and credentials go by a way out that has to be open for everything, and no endpoint policy says which account they may go to.",
    mend: "Make endpoints in the VPC for the SageMaker API and runtime, S3, ECR, STS, CloudWatch Logs and KMS.",
    mends: {
      terraform:
        'resource "aws_vpc_endpoint" "sagemaker" {\n  for_each            = toset(["sagemaker.api", "sagemaker.runtime", "ecr.api", "ecr.dkr", "sts", "logs", "kms"])\n  vpc_id              = {id}.id\n  service_name        = "com.amazonaws.${data.aws_region.current.name}.${each.key}"\n  vpc_endpoint_type   = "Interface"\n  subnet_ids          = [aws_subnet.private.id]\n  security_group_ids  = [aws_security_group.endpoints.id]\n  private_dns_enabled = true\n}',
      aws: "aws ec2 create-vpc-endpoint --region {region} --vpc-id VPC --vpc-endpoint-type Interface --service-name com.amazonaws.{region}.sagemaker.api --subnet-ids SUBNET --private-dns-enabled",
    },
    blind: "Endpoints that another VPC shares; what the jobs in a VPC do not need.",
    references: ["https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_vpc" "v" {\n  cidr_block = "10.0.0.0/16"\n}\nresource "aws_subnet" "s" {\n  vpc_id     = aws_vpc.v.id\n  cidr_block = "10.0.1.0/24"\n}\nresource "aws_sagemaker_notebook_instance" "nb" {\n  name                   = "nb"\n  role_arn               = "r"\n  instance_type          = "ml.t3.medium"\n  subnet_id              = aws_subnet.s.id\n  direct_internet_access = "Disabled"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_vpc" "v" {\n  cidr_block = "10.0.0.0/16"\n}\nresource "aws_subnet" "s" {\n  vpc_id     = aws_vpc.v.id\n  cidr_block = "10.0.1.0/24"\n}\nresource "aws_sagemaker_notebook_instance" "nb" {\n  name                   = "nb"\n  role_arn               = "r"\n  instance_type          = "ml.t3.medium"\n  subnet_id              = aws_subnet.s.id\n  direct_internet_access = "Disabled"\n}\nresource "aws_vpc_endpoint" "sagemaker_api" {\n  vpc_id              = aws_vpc.v.id\n  service_name        = "com.amazonaws.eu-west-1.sagemaker.api"\n  vpc_endpoint_type   = "Interface"\n  private_dns_enabled = true\n}\nresource "aws_vpc_endpoint" "sagemaker_runtime" {\n  vpc_id              = aws_vpc.v.id\n  service_name        = "com.amazonaws.eu-west-1.sagemaker.runtime"\n  vpc_endpoint_type   = "Interface"\n  private_dns_enabled = true\n}\nresource "aws_vpc_endpoint" "ecr_api" {\n  vpc_id              = aws_vpc.v.id\n  service_name        = "com.amazonaws.eu-west-1.ecr.api"\n  vpc_endpoint_type   = "Interface"\n  private_dns_enabled = true\n}\nresource "aws_vpc_endpoint" "ecr_dkr" {\n  vpc_id              = aws_vpc.v.id\n  service_name        = "com.amazonaws.eu-west-1.ecr.dkr"\n  vpc_endpoint_type   = "Interface"\n  private_dns_enabled = true\n}\nresource "aws_vpc_endpoint" "sts" {\n  vpc_id              = aws_vpc.v.id\n  service_name        = "com.amazonaws.eu-west-1.sts"\n  vpc_endpoint_type   = "Interface"\n  private_dns_enabled = true\n}\nresource "aws_vpc_endpoint" "logs" {\n  vpc_id              = aws_vpc.v.id\n  service_name        = "com.amazonaws.eu-west-1.logs"\n  vpc_endpoint_type   = "Interface"\n  private_dns_enabled = true\n}\nresource "aws_vpc_endpoint" "kms" {\n  vpc_id              = aws_vpc.v.id\n  service_name        = "com.amazonaws.eu-west-1.kms"\n  vpc_endpoint_type   = "Interface"\n  private_dns_enabled = true\n}\nresource "aws_vpc_endpoint" "s3" {\n  vpc_id              = aws_vpc.v.id\n  service_name        = "com.amazonaws.eu-west-1.s3"\n  vpc_endpoint_type = "Gateway"\n  route_table_ids   = ["rtb-1"]\n}\n',
        },
      ],
    },
  },
  on: vpc,
  judge: (it, cloud): Answer | undefined => {
    const user = userByVpc(cloud).get(it);
    if (user === undefined) return undefined;
    return mustReach(it, cloud, { needed, user: user.resource, what: "SageMaker in a VPC" });
  },
});
