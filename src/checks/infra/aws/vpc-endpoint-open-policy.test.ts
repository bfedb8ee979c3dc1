import { infraCases } from "../../../testing/infra-cases.ts";
import { vpcEndpointOpenPolicy } from "./vpc-endpoint-open-policy.ts";

infraCases(vpcEndpointOpenPolicy, {
  fail: [
    `
resource "aws_vpc_endpoint" "s" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.s3"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
`,
    `
resource "aws_vpc_endpoint" "s" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.s3"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "*"
      Resource  = "*"
    }]
  })
}
`,
    `
resource "aws_vpc_endpoint" "s" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.sagemaker.api"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "sagemaker:*"
      Resource  = "*"
    }]
  })
}
`,
  ],
  pass: [
    `
resource "aws_vpc_endpoint" "s" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.s3"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:*"
      Resource  = "*"
      Condition = { StringEquals = { "aws:ResourceOrgID" = "o-1" } }
    }]
  })
}
`,
    `
resource "aws_vpc_endpoint" "s" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.s3"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::b/*"
    }]
  })
}
`,
  ],
  silent: [
    `
resource "aws_vpc_endpoint" "s" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.ec2messages"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
`,
  ],
});
