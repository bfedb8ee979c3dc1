import { infraCases } from "../../../testing/infra-cases.ts";
import { iamRoleOpen } from "./iam-role-open.ts";

function role(parts: string): string {
  return `
variable "account" {}
resource "aws_iam_role" "train" {
  name = "train"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      ${parts}
    }]
  })
}
`;
}

infraCases(iamRoleOpen, {
  fail: [
    role('Principal = { AWS = "*" }'),
    role('Principal = "*"'),
    role('Principal = { AWS = ["arn:aws:iam::123456789012:root", "*"] }'),
    role('NotPrincipal = { AWS = "arn:aws:iam::123456789012:root" }'),
    role(
      'Principal = { AWS = "*" }\n      Condition = { StringEquals = { "sts:ExternalId" = "acme" } }',
    ),
    {
      path: "template.yaml",
      text: `
Resources:
  Train:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal:
              AWS: "*"
`,
    },
  ],
  pass: [
    role('Principal = { Service = "sagemaker.amazonaws.com" }'),
    role('Principal = { AWS = "arn:aws:iam::123456789012:root" }'),
    role(
      'Principal = "*"\n      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-abc123" } }',
    ),
  ],
  unknown: [role("Principal = { AWS = var.account }")],
});
