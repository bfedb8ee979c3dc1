import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerDomainKey } from "./sagemaker-domain-key.ts";

infraCases(sagemakerDomainKey, {
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
resource "aws_sagemaker_domain" "studio" {
  domain_name = "studio"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
}
`,
  ],
});
