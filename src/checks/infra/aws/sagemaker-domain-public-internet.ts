import { mustBe } from "../../../infra/answer.ts";
import { domain } from "../../../infra/types/aws/sagemaker.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerDomainPublicInternet = defineInfraCheck({
  meta: {
    id: "sagemaker-domain-public-internet",
    code: "PV-AWS-010",
    title: "SageMaker Studio reaches the internet around its VPC",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-668", "CWE-1188", "ATLAS:AML.T0025", "AISF-ML-02"],
    why: "Every notebook, terminal and job of the domain has a way out that your network does not see.",
    mend: "Let the domain use the VPC only, and reach AWS by VPC endpoints.",
    mends: {
      terraform: 'app_network_access_type = "VpcOnly"',
      cloudformation: "AppNetworkAccessType: VpcOnly",
      aws: "aws sagemaker update-domain --region {region} --domain-id DOMAIN --app-network-access-type VpcOnly",
    },
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
          code: 'resource "aws_sagemaker_domain" "studio" {\n  domain_name = "studio"\n  auth_mode   = "IAM"\n  vpc_id      = "vpc-1"\n  subnet_ids  = ["subnet-1"]\n  app_network_access_type = "VpcOnly"\n}\n',
        },
      ],
    },
  },
  on: domain,
  judge: ({ facts }) => mustBe(facts.networkAccess, "VpcOnly"),
});
