import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerDomainIamLogin } from "./sagemaker-domain-iam-login.ts";

infraCases(sagemakerDomainIamLogin, {
  fail: [
    `
resource "aws_sagemaker_domain" "studio" {
  domain_name = "studio"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
}
`,
  ],
  pass: [
    `
resource "aws_sagemaker_domain" "s" {
  domain_name = "s"
  auth_mode   = "SSO"
}
`,
  ],
});
