import { infraCases } from "../../../testing/infra-cases.ts";
import { vpcEndpointWithoutDns } from "./vpc-endpoint-without-dns.ts";

infraCases(vpcEndpointWithoutDns, {
  fail: [
    `
resource "aws_vpc_endpoint" "s" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.sagemaker.api"
  vpc_endpoint_type = "Interface"
}
`,
  ],
  pass: [
    `
resource "aws_vpc_endpoint" "s" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.sagemaker.api"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
`,
  ],
  silent: [
    `
resource "aws_vpc_endpoint" "s" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.s3"
}
`,
  ],
});
