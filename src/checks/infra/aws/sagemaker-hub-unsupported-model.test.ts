import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerHubUnsupportedModel } from "./sagemaker-hub-unsupported-model.ts";

infraCases(sagemakerHubUnsupportedModel, {
  fail: [
    {
      path: "snapshot.jsonl",
      text: `
{"pavise": "snapshot", "version": 1, "dialect": "aws"}
{"type": "AWS::SageMaker::HubContent", "address": "arn:aws:sagemaker:eu-west-1:123456789012:hub-content/models/ModelReference/m", "account": "123456789012", "region": "eu-west-1", "body": {"HubContentName": "m", "SupportStatus": "Deprecated"}}
`,
    },
    {
      path: "snapshot.jsonl",
      text: `
{"pavise": "snapshot", "version": 1, "dialect": "aws"}
{"type": "AWS::SageMaker::HubContent", "address": "arn:aws:sagemaker:eu-west-1:123456789012:hub-content/models/ModelReference/m", "account": "123456789012", "region": "eu-west-1", "body": {"HubContentName": "m", "SupportStatus": "Restricted"}}
`,
    },
  ],
  pass: [
    {
      path: "snapshot.jsonl",
      text: `
{"pavise": "snapshot", "version": 1, "dialect": "aws"}
{"type": "AWS::SageMaker::HubContent", "address": "arn:aws:sagemaker:eu-west-1:123456789012:hub-content/models/ModelReference/m", "account": "123456789012", "region": "eu-west-1", "body": {"HubContentName": "m", "SupportStatus": "Supported"}}
`,
    },
    {
      path: "snapshot.jsonl",
      text: `
{"pavise": "snapshot", "version": 1, "dialect": "aws"}
{"type": "AWS::SageMaker::HubContent", "address": "arn:aws:sagemaker:eu-west-1:123456789012:hub-content/models/ModelReference/m", "account": "123456789012", "region": "eu-west-1", "body": {"HubContentName": "m"}}
`,
    },
  ],
});
