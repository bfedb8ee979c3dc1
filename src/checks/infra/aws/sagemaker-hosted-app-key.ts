import { mustBeSet } from "../../../infra/answer.ts";
import { hostedApp } from "../../../infra/types/aws/sagemaker-platform.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerHostedAppKey = defineInfraCheck({
  meta: {
    id: "sagemaker-hosted-app-key",
    code: "PV-AWS-111",
    title: "What an app of SageMaker keeps is not encrypted with a key of yours",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-311", "ATLAS:AML.T0035", "AISF-INFRA-05", "AISF-INFRA-07"],
    why: "Runs, metrics and what a partner's app was given are encrypted with a key of AWS, which nobody of yours can take away.",
    mend: "Name a KMS key when the app is made; it cannot be changed afterwards.",
    mends: {
      terraform: "kms_key_id = aws_kms_key.ml.arn",
      cloudformation: "KmsKeyId: !GetAtt MlKey.Arn",
    },
    blind:
      "The bucket of the artifacts, which has a key of its own. MLflow tracking servers, which take none.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_mlflow_app" "runs" {\n  name               = "runs"\n  role_arn           = "arn:aws:iam::123456789012:role/mlflow"\n  artifact_store_uri = "s3://runs/artifacts"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_mlflow_app" "runs" {\n  name               = "runs"\n  role_arn           = "arn:aws:iam::123456789012:role/mlflow"\n  artifact_store_uri = "s3://runs/artifacts"\n  kms_key_id         = "arn:aws:kms:eu-west-1:123456789012:key/1"\n}\n',
        },
      ],
    },
  },
  on: hostedApp,
  judge: ({ facts }) => mustBeSet(facts.kmsKey),
});
