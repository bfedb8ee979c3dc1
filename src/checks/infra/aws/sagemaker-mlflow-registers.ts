import { must } from "../../../infra/answer.ts";
import { trackingServer } from "../../../infra/types/aws/sagemaker-platform.ts";
import { defineInfraCheck } from "../define.ts";

/** `true` of a server, the mode of an app. */
const byItself = /^(?:true|AutoModelRegistrationEnabled)$/i;

export const sagemakerMlflowRegisters = defineInfraCheck({
  meta: {
    id: "sagemaker-mlflow-registers",
    code: "PV-AWS-110",
    title: "A tracking server puts what is logged into the model registry",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-862", "ATLAS:AML.T0010.003", "OWASP-ML06:2023", "AISF-ML-04"],
    why: "Whoever may log a run adds to the registry from which models are deployed; nobody was asked whether it belongs there.",
    mend: "Register a model in a step of its own, when it was evaluated.",
    mends: {
      terraform: "automatic_model_registration = false",
      cloudformation: "AutomaticModelRegistration: false",
      aws: "aws sagemaker update-mlflow-tracking-server --region {region} --tracking-server-name {name} --no-automatic-model-registration",
    },
    blind: "Whether a model that is registered has to be approved before it is deployed.",
    references: [
      "https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow-track-experiments-model-registration.html",
    ],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_mlflow_tracking_server" "runs" {\n  tracking_server_name = "runs"\n  role_arn             = "arn:aws:iam::123456789012:role/mlflow"\n  artifact_store_uri   = "s3://runs/artifacts"\n  automatic_model_registration = true\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_mlflow_tracking_server" "runs" {\n  tracking_server_name = "runs"\n  role_arn             = "arn:aws:iam::123456789012:role/mlflow"\n  artifact_store_uri   = "s3://runs/artifacts"\n}\n',
        },
      ],
    },
  },
  on: trackingServer,
  judge: ({ facts }) => must(facts.registers, (said) => !byItself.test(said)),
});
