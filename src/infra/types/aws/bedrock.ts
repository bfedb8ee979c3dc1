import { defineType, flag, list, text, value } from "../../type.ts";

export const guardrail = defineType({
  label: "Bedrock guardrail",
  names: { terraform: "aws_bedrock_guardrail", cloudformation: "AWS::Bedrock::Guardrail" },
  identifiedBy: ["id", "arn", "name"],
  facts: {
    id: text("GuardrailId", { terraform: "guardrail_id" }),
    arn: text("GuardrailArn"),
    name: text("Name"),
    filters: list("ContentPolicyConfig.FiltersConfig"),
    sensitive: value("SensitiveInformationPolicyConfig"),
    grounding: list("ContextualGroundingPolicyConfig.FiltersConfig"),
    kmsKey: value("KmsKeyArn"),
  },
});

/** A state of a guardrail that stays what it is. */
export const guardrailVersion = defineType({
  label: "version of a Bedrock guardrail",
  names: {
    terraform: "aws_bedrock_guardrail_version",
    cloudformation: "AWS::Bedrock::GuardrailVersion",
  },
  facts: {},
});

export const bedrockAgent = defineType({
  label: "Bedrock agent",
  names: { terraform: "aws_bedrockagent_agent", cloudformation: "AWS::Bedrock::Agent" },
  identifiedBy: ["id", "name"],
  facts: {
    id: text("AgentId"),
    name: text("AgentName"),
    kmsKey: value("CustomerEncryptionKeyArn"),
    guardrail: value("GuardrailConfiguration.GuardrailIdentifier"),
    guardrailVersion: text("GuardrailConfiguration.GuardrailVersion"),
    role: value("AgentResourceRoleArn"),
    actionGroups: list("ActionGroups", { terraform: false }),
  },
});

export const dataSource = defineType({
  label: "data source of a knowledge base",
  names: { terraform: "aws_bedrockagent_data_source", cloudformation: "AWS::Bedrock::DataSource" },
  facts: {
    name: text("Name"),
    knowledgeBase: value("KnowledgeBaseId"),
    kmsKey: value("ServerSideEncryptionConfiguration.KmsKeyArn"),
    bucket: value("DataSourceConfiguration.S3Configuration.BucketArn"),
  },
});

export const customModel = defineType({
  label: "Bedrock custom model",
  names: { terraform: "aws_bedrock_custom_model", aws: "AWS::Bedrock::CustomModel" },
  identifiedBy: ["name"],
  facts: {
    name: text("ModelName", { terraform: "custom_model_name" }),
    kmsKey: value("ModelKmsKeyArn", { terraform: "custom_model_kms_key_id" }),
    /** Live, this is said of the job that made it. */
    vpcConfig: value("VpcConfig", { aws: false }),
    training: value("TrainingDataConfig.S3Uri"),
  },
});

/** The job that makes a custom model, which Terraform has in one with it. */
export const customizationJob = defineType({
  label: "job that makes a Bedrock custom model",
  names: { aws: "AWS::Bedrock::ModelCustomizationJob" },
  facts: { vpcConfig: value("VpcConfig") },
});

/** One for each account and region. */
export const invocationLogging = defineType({
  label: "logging of model invocations",
  names: {
    terraform: "aws_bedrock_model_invocation_logging_configuration",
    aws: "AWS::Bedrock::ModelInvocationLoggingConfiguration",
  },
  facts: {
    logGroup: value("LoggingConfig.CloudWatchConfig.LogGroupName", {
      terraform: "logging_config.cloudwatch_config.log_group_name",
    }),
    bucket: value("LoggingConfig.S3Config.BucketName"),
    text: flag("LoggingConfig.TextDataDeliveryEnabled", { absent: true }),
    image: flag("LoggingConfig.ImageDataDeliveryEnabled", { absent: true }),
  },
});

/** What an agent can do, where Terraform writes it apart. */
export const agentActionGroup = defineType({
  label: "action group of a Bedrock agent",
  names: { terraform: "aws_bedrockagent_agent_action_group", aws: [] },
  facts: {
    name: text("ActionGroupName"),
    signature: text("ParentActionGroupSignature"),
  },
});

export const bedrockPrompt = defineType({
  label: "Bedrock prompt",
  names: { terraform: "aws_bedrockagent_prompt", cloudformation: "AWS::Bedrock::Prompt" },
  identifiedBy: ["name"],
  facts: { name: text("Name"), kmsKey: value("CustomerEncryptionKeyArn") },
});

export const bedrockFlow = defineType({
  label: "Bedrock flow",
  names: { terraform: "aws_bedrockagent_flow", cloudformation: "AWS::Bedrock::Flow" },
  identifiedBy: ["name"],
  facts: {
    name: text("Name"),
    kmsKey: value("CustomerEncryptionKeyArn"),
  },
});
