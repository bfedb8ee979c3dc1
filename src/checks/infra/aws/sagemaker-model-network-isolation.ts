import { mustBe } from "../../../infra/answer.ts";
import { model } from "../../../infra/types/aws/sagemaker.ts";
import { ofJobs } from "../../../infra/aws/pipelines.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerModelNetworkIsolation = defineInfraCheck({
  meta: {
    id: "sagemaker-model-network-isolation",
    code: "PV-AWS-015",
    title: "A SageMaker model may talk to the network",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_370", "sagemaker_models_network_isolation_enabled", "SageMaker.5"],
    controls: ["CWE-668", "ATLAS:AML.T0025", "AISF-ML-01"],
    why: "Code in a model or its container can send away what it is asked, and fetch what it runs next.",
    mend: "Isolate the model from the network: SageMaker fetches its files for it.",
    mends: {
      terraform: "enable_network_isolation = true",
      cloudformation: "EnableNetworkIsolation: true",
    },
    blind: "Models that have to ask other services, which need a VPC with endpoints instead.",
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
          code: 'resource "aws_sagemaker_model" "m" {\n  name               = "m"\n  execution_role_arn = "arn:aws:iam::123456789012:role/m"\n  primary_container {\n    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/serve:1"\n  }\n  enable_network_isolation = true\n}\n',
        },
      ],
    },
  },
  ...ofJobs({
    says: "A SageMaker model may talk to the network",
    kinds: [model],
    judge: ({ facts }) => mustBe(facts.networkIsolation, true),
  }),
});
