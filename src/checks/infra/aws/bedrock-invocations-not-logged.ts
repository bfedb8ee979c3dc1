import { all, any, mustBe, mustBeSet } from "../../../infra/answer.ts";
import { invocationLogging } from "../../../infra/types/aws/bedrock.ts";
import { defineInfraCheck } from "../define.ts";

export const bedrockInvocationsNotLogged = defineInfraCheck({
  meta: {
    id: "bedrock-invocations-not-logged",
    code: "PV-AWS-060",
    title: "What is asked of models is not recorded",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["bedrock_model_invocation_logging_enabled"],
    controls: ["CWE-778", "OWASP-LLM10:2025", "ATLAS:AML.T0034", "AISF-AI-05"],
    why: "Stolen keys that burn your budget, injections and leaks leave no trace that anybody could read afterwards.",
    mend: "Log invocations to CloudWatch or S3, with texts.",
    mends: {
      terraform:
        "logging_config {\n  text_data_delivery_enabled = true\n  cloudwatch_config {\n    log_group_name = aws_cloudwatch_log_group.bedrock.name\n    role_arn       = aws_iam_role.bedrock_logs.arn\n  }\n}",
      aws: 'aws bedrock put-model-invocation-logging-configuration --region {region} --logging-config \'{"textDataDeliveryEnabled":true,"cloudWatchConfig":{"logGroupName":"GROUP","roleArn":"ROLE"}}\'',
    },
    blind: "Accounts of which nothing is written in Terraform.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrock_model_invocation_logging_configuration" "l" {\n  logging_config {\n    text_data_delivery_enabled = true\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrock_model_invocation_logging_configuration" "l" {\n  logging_config {\n    s3_config {\n      bucket_name = "logs"\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: invocationLogging,
  judge: ({ facts }) =>
    all(any(mustBeSet(facts.logGroup), mustBeSet(facts.bucket)), mustBe(facts.text, true)),
});
