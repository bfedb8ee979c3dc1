// What a platform of SageMaker has around its jobs: tracking servers, hubs, pipelines.
import { defineType, text, value } from "../../type.ts";

/** Where runs and models are logged: a server of MLflow, or its successor without one. */
export const trackingServer = defineType({
  label: "MLflow tracking server",
  names: {
    terraform: ["aws_sagemaker_mlflow_tracking_server", "aws_sagemaker_mlflow_app"],
    cloudformation: ["AWS::SageMaker::MlflowTrackingServer", "AWS::SageMaker::MlflowApp"],
  },
  identifiedBy: ["name"],
  facts: {
    name: text("TrackingServerName", {
      terraform: ["tracking_server_name", "name"],
      cloudformation: ["TrackingServerName", "Name"],
    }),
    artifacts: value("ArtifactStoreUri"),
    role: value("RoleArn"),
    /** A flag of a server, a mode of an app. */
    registers: text("AutomaticModelRegistration", {
      terraform: ["automatic_model_registration", "model_registration_mode"],
      cloudformation: ["AutomaticModelRegistration", "ModelRegistrationMode"],
      absent: "false",
    }),
  },
});

/** What SageMaker runs for you and keeps your data in: MLflow apps, apps of its partners. */
export const hostedApp = defineType({
  label: "app that SageMaker hosts",
  names: {
    terraform: "aws_sagemaker_mlflow_app",
    cloudformation: ["AWS::SageMaker::MlflowApp", "AWS::SageMaker::PartnerApp"],
  },
  identifiedBy: ["name"],
  facts: { name: text("Name"), kmsKey: value("KmsKeyId") },
});

/** A private hub of JumpStart: which models people are offered. */
export const hub = defineType({
  label: "private model hub",
  names: { terraform: "aws_sagemaker_hub", cloudformation: "AWS::SageMaker::Hub" },
  identifiedBy: ["name"],
  facts: {
    name: text("HubName"),
    contents: value("S3StorageConfig.S3OutputPath"),
  },
});

/** Live only: a model in a hub, its own or a reference to one of the public hub. */
export const hubContent = defineType({
  label: "model of a hub",
  names: { aws: "AWS::SageMaker::HubContent" },
  facts: { support: text("SupportStatus") },
});

export const pipeline = defineType({
  label: "SageMaker pipeline",
  names: { terraform: "aws_sagemaker_pipeline", cloudformation: "AWS::SageMaker::Pipeline" },
  identifiedBy: ["name"],
  facts: {
    name: text("PipelineName"),
    role: value("RoleArn"),
    definition: value("PipelineDefinition.PipelineDefinitionBody", {
      terraform: "pipeline_definition",
    }),
    /** Where the definition lies that is not written here. */
    elsewhere: value("PipelineDefinition.PipelineDefinitionS3Location", {
      terraform: "pipeline_definition_s3_location",
    }),
  },
});
