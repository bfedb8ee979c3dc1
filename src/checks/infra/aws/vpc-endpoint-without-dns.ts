import { mustBe, type Answer } from "../../../infra/answer.ts";
import { serviceAt } from "../../../infra/aws/endpoints.ts";
import { vpcEndpoint } from "../../../infra/types/aws/network.ts";
import { defineInfraCheck } from "../define.ts";

export const vpcEndpointWithoutDns = defineInfraCheck({
  meta: {
    id: "vpc-endpoint-without-dns",
    code: "PV-AWS-025",
    title: "A VPC endpoint is not used by those who do not know of it",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-923", "AISF-INFRA-08"],
    why: "Without private DNS the usual name of the service still leads to the internet, and so do SageMaker and every SDK.",
    mend: "Switch private DNS on.",
    mends: {
      terraform: "private_dns_enabled = true",
      cloudformation: "PrivateDnsEnabled: true",
      aws: "aws ec2 modify-vpc-endpoint --region {region} --vpc-endpoint-id {name} --private-dns-enabled",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_vpc_endpoint" "s" {\n  vpc_id              = aws_vpc.v.id\n  service_name        = "com.amazonaws.eu-west-1.sagemaker.api"\n  vpc_endpoint_type = "Interface"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_vpc_endpoint" "s" {\n  vpc_id              = aws_vpc.v.id\n  service_name        = "com.amazonaws.eu-west-1.sagemaker.api"\n  vpc_endpoint_type   = "Interface"\n  private_dns_enabled = true\n}\n',
        },
      ],
    },
  },
  on: vpcEndpoint,
  judge: (it): Answer | undefined => {
    const { type, privateDns } = it.facts;
    if (type.kind !== "known" || type.value !== "Interface") return undefined;
    const service = serviceAt(it);
    if (service === undefined || !/^(?:sagemaker|ecr|sts|logs|kms|bedrock)/.test(service))
      return undefined;
    return mustBe(privateDns, true);
  },
});
