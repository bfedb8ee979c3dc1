import { fail, mustBeSet, pass, type Answer, unknown } from "../../../infra/answer.ts";
import { linkOf, reachOf } from "../../../infra/aws/network.ts";
import { notebookInstance } from "../../../infra/types/aws/sagemaker.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerNotebookPublicSubnet = defineInfraCheck({
  meta: {
    id: "sagemaker-notebook-public-subnet",
    code: "PV-AWS-003",
    title: "A SageMaker notebook stands in a public subnet",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-668", "ATLAS:AML.T0025", "AISF-ML-02"],
    why: "A subnet whose routes lead to an internet gateway is a way out for data, and in for whoever the security group lets.",
    mend: "Move the notebook to a subnet whose route table has no way to an internet gateway, and reach AWS by VPC endpoints.",
    mends: {
      terraform: "subnet_id = aws_subnet.private.id",
      cloudformation: "SubnetId: !Ref PrivateSubnet",
      aws: "aws ec2 describe-route-tables --region {region} --filters Name=association.subnet-id,Values=SUBNET",
    },
    blind:
      "Transit gateways and firewalls on the way; a route that is made by hand, where only Terraform is read.",
    references: ["https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n}\nresource "aws_internet_gateway" "out" {\n  vpc_id = aws_vpc.main.id\n}\nresource "aws_subnet" "lab" {\n  vpc_id     = aws_vpc.main.id\n  cidr_block = "10.0.1.0/24"\n}\nresource "aws_route_table" "lab" {\n  vpc_id = aws_vpc.main.id\n  route {\n    cidr_block = "0.0.0.0/0"\n    gateway_id = aws_internet_gateway.out.id\n  }\n}\nresource "aws_route_table_association" "lab" {\n  subnet_id      = aws_subnet.lab.id\n  route_table_id = aws_route_table.lab.id\n}\nresource "aws_sagemaker_notebook_instance" "lab" {\n  name          = "lab"\n  role_arn      = "arn:aws:iam::123456789012:role/lab"\n  instance_type = "ml.t3.medium"\n  subnet_id = aws_subnet.lab.id\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n}\nresource "aws_internet_gateway" "out" {\n  vpc_id = aws_vpc.main.id\n}\nresource "aws_subnet" "lab" {\n  vpc_id     = aws_vpc.main.id\n  cidr_block = "10.0.1.0/24"\n}\nresource "aws_route_table" "lab" {\n  vpc_id = aws_vpc.main.id\n  route {\n    cidr_block     = "0.0.0.0/0"\n    nat_gateway_id = "nat-0a1b2c3d"\n  }\n}\nresource "aws_route_table_association" "lab" {\n  subnet_id      = aws_subnet.lab.id\n  route_table_id = aws_route_table.lab.id\n}\nresource "aws_sagemaker_notebook_instance" "lab" {\n  name          = "lab"\n  role_arn      = "arn:aws:iam::123456789012:role/lab"\n  instance_type = "ml.t3.medium"\n  subnet_id = aws_subnet.lab.id\n}\n',
        },
      ],
    },
  },
  on: notebookInstance,
  judge: (it, cloud): Answer | undefined => {
    const { subnet } = it.facts;
    if (mustBeSet(subnet).kind === "fail") return undefined;
    const reach = reachOf(cloud, linkOf(subnet), it);
    if (reach.kind === "private") return pass;
    if (reach.kind === "public") return fail(subnet.at, { way: reach.way });
    if (reach.kind === "unread")
      return { kind: "not-assessed", at: subnet.at, missing: reach.missing };
    return unknown(subnet.at, reach.cause);
  },
});
