import { asPolicy } from "../../aws/policy.ts";
import { defineType, flag, list, number, spec, text, value } from "../../type.ts";

export { notebookInstance } from "./sagemaker-notebook.ts";

export const lifecycleConfig = defineType({
  label: "lifecycle configuration of notebooks",
  names: {
    terraform: "aws_sagemaker_notebook_instance_lifecycle_configuration",
    cloudformation: "AWS::SageMaker::NotebookInstanceLifecycleConfig",
  },
  identifiedBy: ["name"],
  facts: {
    name: text("NotebookInstanceLifecycleConfigName", { terraform: "name" }),
    /** Scripts in Base64. */
    onCreate: value("OnCreate", {
      cloudformation: "OnCreate.0.Content",
    }),
    onStart: value("OnStart", { cloudformation: "OnStart.0.Content" }),
  },
});

/** `AWS::SageMaker::Domain`: SageMaker Studio. */
export const domain = defineType({
  label: "SageMaker domain",
  names: { terraform: "aws_sagemaker_domain", cloudformation: "AWS::SageMaker::Domain" },
  identifiedBy: ["id", "name"],
  facts: {
    id: text("DomainId", { terraform: "id" }),
    name: text("DomainName"),
    authMode: text("AuthMode"),
    networkAccess: text("AppNetworkAccessType", { absent: "PublicInternetOnly" }),
    kmsKey: value("KmsKeyId"),
    vpc: value("VpcId"),
    subnets: list("SubnetIds"),
    role: value("DefaultUserSettings.ExecutionRole"),
    outputKmsKey: value("DefaultUserSettings.SharingSettings.S3KmsKeyId"),
    notebookOutput: text("DefaultUserSettings.SharingSettings.NotebookOutputOption"),
  },
});

export const endpointConfig = defineType({
  label: "SageMaker endpoint configuration",
  names: {
    terraform: "aws_sagemaker_endpoint_configuration",
    cloudformation: "AWS::SageMaker::EndpointConfig",
  },
  identifiedBy: ["name"],
  facts: {
    name: text("EndpointConfigName", { terraform: "name" }),
    kmsKey: value("KmsKeyId", { terraform: "kms_key_arn" }),
    variants: list("ProductionVariants"),
    captureEnabled: flag("DataCaptureConfig.EnableCapture"),
    captureKey: value("DataCaptureConfig.KmsKeyId"),
    captureTo: value("DataCaptureConfig.DestinationS3Uri"),
  },
});

export const model = defineType({
  label: "SageMaker model",
  names: { terraform: "aws_sagemaker_model", cloudformation: "AWS::SageMaker::Model" },
  identifiedBy: ["name"],
  facts: {
    name: text("ModelName", { terraform: "name" }),
    networkIsolation: flag("EnableNetworkIsolation", { absent: false }),
    subnets: list("VpcConfig.Subnets"),
    vpcConfig: value("VpcConfig"),
    primary: value("PrimaryContainer"),
    containers: list("Containers", { terraform: "container" }),
    role: value("ExecutionRoleArn"),
  },
});

const outputKey = "OutputDataConfig.KmsKeyId";
const volumeKey = "ResourceConfig.VolumeKmsKeyId";

/** Live only but for Terraform's young `aws_sagemaker_training_job`. */
export const trainingJob = defineType({
  label: "training job",
  names: { terraform: "aws_sagemaker_training_job", aws: "AWS::SageMaker::TrainingJob" },
  identifiedBy: ["name"],
  facts: {
    name: text("TrainingJobName"),
    networkIsolation: flag("EnableNetworkIsolation", { absent: false }),
    trafficEncryption: flag("EnableInterContainerTrafficEncryption", { absent: false }),
    instances: number("ResourceConfig.InstanceCount", { absent: 1 }),
    vpcConfig: value("VpcConfig"),
    subnets: list("VpcConfig.Subnets"),
    volumeKey: value(volumeKey),
    outputKey: value(outputKey),
    output: value("OutputDataConfig.S3OutputPath"),
    environment: value("Environment"),
    hyperparameters: value("HyperParameters"),
    role: value("RoleArn"),
  },
});

export const processingJob = defineType({
  label: "processing job",
  names: { aws: "AWS::SageMaker::ProcessingJob", cloudformation: "AWS::SageMaker::ProcessingJob" },
  identifiedBy: ["name"],
  facts: {
    name: text("ProcessingJobName"),
    networkIsolation: flag("NetworkConfig.EnableNetworkIsolation", { absent: false }),
    trafficEncryption: flag("NetworkConfig.EnableInterContainerTrafficEncryption", {
      absent: false,
    }),
    instances: number("ProcessingResources.ClusterConfig.InstanceCount", { absent: 1 }),
    vpcConfig: value("NetworkConfig.VpcConfig"),
    volumeKey: value("ProcessingResources.ClusterConfig.VolumeKmsKeyId"),
    outputKey: value("ProcessingOutputConfig.KmsKeyId"),
    environment: value("Environment"),
  },
});

export const transformJob = defineType({
  label: "transform job",
  names: { aws: "AWS::SageMaker::TransformJob" },
  identifiedBy: ["name"],
  facts: {
    name: text("TransformJobName"),
    volumeKey: value("TransformResources.VolumeKmsKeyId"),
    outputKey: value("TransformOutput.KmsKeyId"),
    environment: value("Environment"),
  },
});

/** One definition, or several of which the first stands for all. */
function ofTuning(path: string): { readonly aws: readonly string[] } {
  return { aws: [`TrainingJobDefinition.${path}`, `TrainingJobDefinitions.${path}`] };
}

export const tuningJob = defineType({
  label: "tuning job",
  names: { aws: "AWS::SageMaker::HyperParameterTuningJob" },
  identifiedBy: ["name"],
  facts: {
    name: text("HyperParameterTuningJobName"),
    networkIsolation: flag("EnableNetworkIsolation", {
      ...ofTuning("EnableNetworkIsolation"),
      absent: false,
    }),
    trafficEncryption: flag("EnableInterContainerTrafficEncryption", {
      ...ofTuning("EnableInterContainerTrafficEncryption"),
      absent: false,
    }),
    instances: number("ResourceConfig.InstanceCount", {
      ...ofTuning("ResourceConfig.InstanceCount"),
      absent: 1,
    }),
    vpcConfig: value("VpcConfig", ofTuning("VpcConfig")),
    volumeKey: value(volumeKey, ofTuning(volumeKey)),
    outputKey: value(outputKey, ofTuning(outputKey)),
    environment: value("Environment", ofTuning("Environment")),
  },
});

export const autoMlJob = defineType({
  label: "AutoML job",
  names: { aws: "AWS::SageMaker::AutoMLJob" },
  identifiedBy: ["name"],
  facts: {
    name: text("AutoMLJobName"),
    trafficEncryption: flag("SecurityConfig.EnableInterContainerTrafficEncryption", {
      absent: false,
    }),
    /** Their number is SageMaker's to choose. */
    instances: number("InstanceCount", { aws: false, absent: 2 }),
    vpcConfig: value("SecurityConfig.VpcConfig"),
    volumeKey: value("SecurityConfig.VolumeKmsKeyId"),
    outputKey: value("OutputDataConfig.KmsKeyId"),
    /** It takes none. */
    environment: value("Environment", { aws: false }),
  },
});

/** Definitions of monitoring jobs: data quality, model quality, bias, explainability. */
export const monitoringJobDefinition = defineType({
  label: "definition of a monitoring job",
  names: {
    terraform: "aws_sagemaker_data_quality_job_definition",
    cloudformation: [
      "AWS::SageMaker::DataQualityJobDefinition",
      "AWS::SageMaker::ModelQualityJobDefinition",
      "AWS::SageMaker::ModelBiasJobDefinition",
      "AWS::SageMaker::ModelExplainabilityJobDefinition",
    ],
  },
  identifiedBy: ["name"],
  facts: {
    name: text("JobDefinitionName", { terraform: "name" }),
    trafficEncryption: flag("NetworkConfig.EnableInterContainerTrafficEncryption", {
      absent: false,
    }),
    networkIsolation: flag("NetworkConfig.EnableNetworkIsolation", { absent: false }),
    volumeKey: value("JobResources.ClusterConfig.VolumeKmsKeyId"),
    outputKey: value("OutputConfig.KmsKeyId", {
      terraform: "data_quality_job_output_config.kms_key_id",
      cloudformation: [
        "DataQualityJobOutputConfig.KmsKeyId",
        "ModelQualityJobOutputConfig.KmsKeyId",
        "ModelBiasJobOutputConfig.KmsKeyId",
        "ModelExplainabilityJobOutputConfig.KmsKeyId",
      ],
    }),
  },
});

export const flowDefinition = defineType({
  label: "flow definition",
  names: { terraform: "aws_sagemaker_flow_definition", aws: "AWS::SageMaker::FlowDefinition" },
  identifiedBy: ["name"],
  facts: {
    name: text("FlowDefinitionName"),
    workteam: text("HumanLoopConfig.WorkteamArn"),
    outputKey: value("OutputConfig.KmsKeyId"),
  },
});

/** Live only: what people are given to label. */
export const labelingJob = defineType({
  label: "labelling job",
  names: { aws: "AWS::SageMaker::LabelingJob" },
  identifiedBy: ["name"],
  facts: { name: text("LabelingJobName"), workteam: text("WorkteamArn") },
});

export const featureGroup = defineType({
  label: "feature group",
  names: {
    terraform: "aws_sagemaker_feature_group",
    cloudformation: "AWS::SageMaker::FeatureGroup",
  },
  identifiedBy: ["name"],
  facts: {
    name: text("FeatureGroupName"),
    offline: value("OfflineStoreConfig"),
    offlineKey: value("OfflineStoreConfig.S3StorageConfig.KmsKeyId"),
    onlineEnabled: flag("OnlineStoreConfig.EnableOnlineStore", { absent: false }),
    onlineKey: value("OnlineStoreConfig.SecurityConfig.KmsKeyId"),
  },
});

export const modelPackageGroup = defineType({
  label: "model package group",
  names: {
    terraform: "aws_sagemaker_model_package_group",
    cloudformation: "AWS::SageMaker::ModelPackageGroup",
  },
  identifiedBy: ["name"],
  facts: {
    name: text("ModelPackageGroupName"),
    policy: spec(asPolicy)("ModelPackageGroupPolicy", {
      terraform:
        "aws_sagemaker_model_package_group_policy.model_package_group_name > resource_policy",
    }),
  },
});

/** HyperPod. */
export const cluster = defineType({
  label: "HyperPod cluster",
  names: { terraform: "aws_sagemaker_cluster", cloudformation: "AWS::SageMaker::Cluster" },
  identifiedBy: ["name"],
  facts: {
    name: text("ClusterName"),
    vpcConfig: value("VpcConfig"),
    subnets: list("VpcConfig.Subnets"),
  },
});
