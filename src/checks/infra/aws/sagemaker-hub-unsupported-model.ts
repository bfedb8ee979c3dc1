import { mustBe } from "../../../infra/answer.ts";
import { hubContent } from "../../../infra/types/aws/sagemaker-platform.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerHubUnsupportedModel = defineInfraCheck({
  meta: {
    id: "sagemaker-hub-unsupported-model",
    code: "PV-AWS-112",
    title: "A hub offers a model that is no longer supported",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-1104", "ATLAS:AML.T0010.003", "OWASP-LLM03:2025", "AISF-MODEL-02"],
    why: "Its container gets no more patches, or its publisher has taken it back: who picks it from your hub deploys what is known to be weak.",
    mend: "Take it out of the hub, and offer the model that has followed it.",
    mends: {
      aws: "aws sagemaker delete-hub-content-reference --region {region} --hub-name HUB --hub-content-type ModelReference --hub-content-name {name}",
    },
    blind: "Models whose vulnerabilities nobody has told AWS of.",
    references: [
      "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_HubContentInfo.html",
    ],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise": "snapshot", "version": 1, "dialect": "aws"}\n{"type": "AWS::SageMaker::HubContent", "address": "arn:aws:sagemaker:eu-west-1:123456789012:hub-content/models/ModelReference/m", "account": "123456789012", "region": "eu-west-1", "body": {"HubContentName": "m", "SupportStatus": "Deprecated"}}',
        },
      ],
      clean: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise": "snapshot", "version": 1, "dialect": "aws"}\n{"type": "AWS::SageMaker::HubContent", "address": "arn:aws:sagemaker:eu-west-1:123456789012:hub-content/models/ModelReference/m", "account": "123456789012", "region": "eu-west-1", "body": {"HubContentName": "m", "SupportStatus": "Supported"}}',
        },
      ],
    },
  },
  on: hubContent,
  judge: ({ facts }) => mustBe(facts.support, "Supported", { absent: true }),
});
