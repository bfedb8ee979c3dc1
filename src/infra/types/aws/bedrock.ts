import { defineType, flag, list, text, value } from "../../type.ts";

export const guardrail = defineType({
  label: "Bedrock guardrail",
  names: { terraform: "aws_bedrock_guardrail", cloudformation: "AWS::Bedrock::Guardrail" },
  identifiedBy: ["id", "arn", "name"],
  facts: {
    id: text("GuardrailId", { terraform: "guardrail_id" }),
    arn: text("GuardrailArn"),
    name: text("Name"),
    filters: list("ContentPolicyConfig.FiltersConfig", {
      aws: ["ContentPolicyConfig.FiltersConfig", "ContentPolicy.Filters"],
    }),
    sensitive: value("SensitiveInformationPolicyConfig", {
      aws: ["SensitiveInformationPolicyConfig", "SensitiveInformationPolicy"],
    }),
    grounding: list("ContextualGroundingPolicyConfig.FiltersConfig", {
      aws: ["ContextualGroundingPolicyConfig.FiltersConfig", "ContextualGroundingPolicy.Filters"],
    }),
    kmsKey: value("KmsKeyArn"),
  },
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

export const agentActionGroup = defineType({
  label: "action group of a Bedrock agent",
  names: { terraform: "aws_bedrockagent_agent_action_group", aws: [] },
  facts: {
    name: text("ActionGroupName"),
    agent: value("AgentId"),
    signature: text("ParentActionGroupSignature"),
    functions: list("FunctionSchema.MemberFunctions.Functions", {
      terraform: "function_schema.member_functions.functions",
    }),
  },
});

export const knowledgeBase = defineType({
  label: "Bedrock knowledge base",
  names: {
    terraform: "aws_bedrockagent_knowledge_base",
    cloudformation: "AWS::Bedrock::KnowledgeBase",
  },
  identifiedBy: ["id", "name"],
  facts: {
    id: text("KnowledgeBaseId"),
    name: text("Name"),
    role: value("RoleArn"),
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
    vpcConfig: value("VpcConfig"),
    training: value("TrainingDataConfig.S3Uri"),
  },
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
