import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerVpcEndpoints } from "./sagemaker-vpc-endpoints.ts";

infraCases(sagemakerVpcEndpoints, {
  fail: [
    `
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "s" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_sagemaker_notebook_instance" "nb" {
  name                   = "nb"
  role_arn               = "r"
  instance_type          = "ml.t3.medium"
  subnet_id              = aws_subnet.s.id
  direct_internet_access = "Disabled"
}
`,
    `
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "s" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_sagemaker_notebook_instance" "nb" {
  name                   = "nb"
  role_arn               = "r"
  instance_type          = "ml.t3.medium"
  subnet_id              = aws_subnet.s.id
  direct_internet_access = "Disabled"
}
resource "aws_vpc_endpoint" "a" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.sagemaker.api"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
`,
    `
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "s" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_sagemaker_notebook_instance" "nb" {
  name                   = "nb"
  role_arn               = "r"
  instance_type          = "ml.t3.medium"
  subnet_id              = aws_subnet.s.id
  direct_internet_access = "Disabled"
}
resource "aws_vpc_endpoint" "sagemaker_api" {
  vpc_id              = "vpc-other"
  service_name        = "com.amazonaws.eu-west-1.sagemaker.api"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "sagemaker_runtime" {
  vpc_id              = "vpc-other"
  service_name        = "com.amazonaws.eu-west-1.sagemaker.runtime"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "ecr_api" {
  vpc_id              = "vpc-other"
  service_name        = "com.amazonaws.eu-west-1.ecr.api"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "ecr_dkr" {
  vpc_id              = "vpc-other"
  service_name        = "com.amazonaws.eu-west-1.ecr.dkr"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "sts" {
  vpc_id              = "vpc-other"
  service_name        = "com.amazonaws.eu-west-1.sts"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "logs" {
  vpc_id              = "vpc-other"
  service_name        = "com.amazonaws.eu-west-1.logs"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "kms" {
  vpc_id              = "vpc-other"
  service_name        = "com.amazonaws.eu-west-1.kms"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "s3" {
  vpc_id              = "vpc-other"
  service_name        = "com.amazonaws.eu-west-1.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = ["rtb-1"]
}
`,
  ],
  pass: [
    `
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "s" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_sagemaker_notebook_instance" "nb" {
  name                   = "nb"
  role_arn               = "r"
  instance_type          = "ml.t3.medium"
  subnet_id              = aws_subnet.s.id
  direct_internet_access = "Disabled"
}
resource "aws_vpc_endpoint" "sagemaker_api" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.sagemaker.api"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "sagemaker_runtime" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.sagemaker.runtime"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "ecr_api" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.ecr.api"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "ecr_dkr" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.ecr.dkr"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "sts" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.sts"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "logs" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.logs"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "kms" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.kms"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "s3" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = ["rtb-1"]
}
`,
    `
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "s" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_sagemaker_notebook_instance" "nb" {
  name                   = "nb"
  role_arn               = "r"
  instance_type          = "ml.t3.medium"
  subnet_id              = aws_subnet.s.id
  direct_internet_access = "Disabled"
}
resource "aws_vpc_endpoint" "e" {
  for_each            = toset(["sagemaker.api", "sagemaker.runtime", "ecr.api", "ecr.dkr", "sts", "logs", "kms"])
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.\${data.aws_region.here.name}.\${each.key}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
data "aws_region" "here" {}
resource "aws_vpc_endpoint" "s3" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.s3"
  vpc_endpoint_type = "Gateway"
}
`,
  ],
  silent: [
    `
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
`,
  ],
});
