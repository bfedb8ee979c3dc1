import { infraCases } from "../../../testing/infra-cases.ts";
import { s3EndpointUnrouted } from "./s3-endpoint-unrouted.ts";

infraCases(s3EndpointUnrouted, {
  fail: [
    `
resource "aws_vpc_endpoint" "e" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.s3"
}
`,
    `
resource "aws_vpc_endpoint" "e" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.s3"
  route_table_ids = []
}
`,
  ],
  pass: [
    `
resource "aws_vpc_endpoint" "e" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.s3"
  route_table_ids = ["rtb-1"]
}
`,
    `
resource "aws_vpc_endpoint" "e" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.s3"
}
resource "aws_vpc_endpoint_route_table_association" "a" {
  vpc_endpoint_id = aws_vpc_endpoint.e.id
  route_table_id  = "rtb-1"
}
`,
  ],
  unknown: [
    `
variable "v" {
  type = string
}
resource "aws_vpc_endpoint" "e" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.s3"
}
resource "aws_vpc_endpoint_route_table_association" "a" {
  vpc_endpoint_id = var.v
  route_table_id  = "rtb-1"
}
`,
  ],
  silent: [
    `
resource "aws_vpc_endpoint" "e" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.dynamodb"
}
`,
    `
resource "aws_vpc_endpoint" "e" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.s3"
  vpc_endpoint_type = "Interface"
}
`,
  ],
});
