import { mustBe } from "../../../infra/answer.ts";
import { domain } from "../../../infra/types/aws/sagemaker.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerDomainIamLogin = defineInfraCheck({
  meta: {
    id: "sagemaker-domain-iam-login",
    code: "PV-AWS-012",
    title: "SageMaker Studio is entered with IAM users instead of single sign-on",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: ["sagemaker_domain_sso_configured"],
    controls: ["CWE-1390", "ATLAS:AML.T0012", "AISF-ML-02"],
    why: "Long-lived users are not locked out when people leave, and nothing says who shared a session.",
    mend: "Connect the domain to IAM Identity Center.",
    mends: { terraform: 'auth_mode = "SSO"', cloudformation: "AuthMode: SSO" },
    blind: "Federation into IAM roles, which is single sign-on as well.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_domain" "studio" {\n  domain_name = "studio"\n  auth_mode   = "IAM"\n  vpc_id      = "vpc-1"\n  subnet_ids  = ["subnet-1"]\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_domain" "s" {\n  domain_name = "s"\n  auth_mode   = "SSO"\n}\n',
        },
      ],
    },
  },
  on: domain,
  judge: ({ facts }) => mustBe(facts.authMode, "SSO"),
});
