import { mustBeSet } from "../../../infra/answer.ts";
import { model } from "../../../infra/types/aws/sagemaker.ts";
import { ofJobs } from "../../../infra/aws/pipelines.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerModelOutsideVpc = defineInfraCheck({
  meta: {
    id: "sagemaker-model-outside-vpc",
    code: "PV-AWS-016",
    title: "A SageMaker model runs outside of your VPC",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["sagemaker_models_vpc_settings_configured"],
    controls: ["CWE-668", "ATLAS:AML.T0025", "AISF-ML-01"],
    why: "What the model connects to is neither limited nor recorded by your network.",
    mend: "Give the model subnets and security groups, or isolate it from the network.",
    mends: {
      terraform:
        "vpc_config {\n  subnets            = [aws_subnet.private.id]\n  security_group_ids = [aws_security_group.model.id]\n}",
      cloudformation:
        "VpcConfig:\n  Subnets: [!Ref PrivateSubnet]\n  SecurityGroupIds: [!Ref ModelSecurityGroup]",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_model" "m" {\n  name               = "m"\n  execution_role_arn = "arn:aws:iam::123456789012:role/m"\n  primary_container {\n    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/serve:1"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_model" "m" {\n  name               = "m"\n  execution_role_arn = "arn:aws:iam::123456789012:role/m"\n  primary_container {\n    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/serve:1"\n  }\n  vpc_config {\n    subnets            = ["subnet-1"]\n    security_group_ids = ["sg-1"]\n  }\n}\n',
        },
      ],
    },
  },
  ...ofJobs({
    says: "A SageMaker model runs outside of your VPC",
    kinds: [model],
    judge: ({ facts }) => mustBeSet(facts.vpcConfig),
  }),
});
