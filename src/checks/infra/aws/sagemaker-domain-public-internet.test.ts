import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerDomainPublicInternet } from "./sagemaker-domain-public-internet.ts";

infraCases(sagemakerDomainPublicInternet, {
  fail: [
    `
resource "aws_sagemaker_domain" "studio" {
  domain_name = "studio"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
}
`,
    `
resource "aws_sagemaker_domain" "studio" {
  domain_name = "studio"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  app_network_access_type = "PublicInternetOnly"
}
`,
  ],
  pass: [
    `
resource "aws_sagemaker_domain" "studio" {
  domain_name = "studio"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  app_network_access_type = "VpcOnly"
}
`,
  ],
  unknown: [
    `
variable "v" {
  type = string
}
resource "aws_sagemaker_domain" "studio" {
  domain_name = "studio"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  app_network_access_type = var.v
}
`,
  ],
});
