import { listOf, objectOf, wordIn, type Json, type JsonObject } from "../../../live/json.ts";
import { account, region, type Made, type Maker } from "./made.ts";
import { asked, worded, type Wording } from "./words.ts";

interface Kind extends Wording {
  readonly call: string;
  /** Names of attributes that differ by more than their writing. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** The ARN's attribute in the answer. */
  readonly arn: string;
  /** What the API wants and Terraform has by itself. */
  readonly besides?: JsonObject;
}

/** A resource of SageMaker is made by one call that takes what Terraform takes. */
function sagemaker({ call, renamed = {}, arn, besides, ...wording }: Kind): Maker {
  return async (body, { make }) => {
    const words = Object.entries(body).map(([key, value]) => [renamed[key] ?? key, value] as const);
    const answer = await make("sagemaker", call, {
      ...besides,
      ...asked(Object.fromEntries(words), wording),
    });
    const live = wordIn(answer[arn]);
    const name = body["name"] ?? live.slice(live.lastIndexOf("/") + 1);
    return { attributes: { id: name, name, arn: live }, live };
  };
}

const bedrock = (rest: string): string => `arn:aws:bedrock:${region}:${account}:${rest}`;
const small = { isSmall: true } as const;

function scripts(content: Json | undefined): Json | undefined {
  return content === undefined ? undefined : [{ Content: content }];
}

/** SageMaker and Bedrock. */
export const modelMakers: Readonly<Record<string, Maker>> = {
  aws_sagemaker_notebook_instance_lifecycle_configuration: async (body, { make }) => {
    const answer = await make("sagemaker", "CreateNotebookInstanceLifecycleConfig", {
      NotebookInstanceLifecycleConfigName: body["name"],
      OnStart: scripts(body["on_start"]),
      OnCreate: scripts(body["on_create"]),
    });
    const live = wordIn(answer["NotebookInstanceLifecycleConfigArn"]);
    return { attributes: { id: body["name"], name: body["name"], arn: live }, live };
  },
  aws_sagemaker_notebook_instance: sagemaker({
    call: "CreateNotebookInstance",
    renamed: { name: "notebook_instance_name", security_groups: "security_group_ids" },
    arn: "NotebookInstanceArn",
  }),
  aws_sagemaker_domain: async (body, { make }) => {
    const answer = await make("sagemaker", "CreateDomain", asked(body));
    const live = wordIn(answer["DomainArn"]);
    return { attributes: { id: live.slice(live.lastIndexOf("/") + 1), arn: live }, live };
  },
  aws_sagemaker_model_package_group: async (body, { make }) => {
    const name = body["model_package_group_name"];
    const answer = await make("sagemaker", "CreateModelPackageGroup", {
      ModelPackageGroupDescription: "",
      ...asked(body),
    });
    const live = wordIn(answer["ModelPackageGroupArn"]);
    return { attributes: { id: name, model_package_group_name: name, arn: live }, live };
  },
  aws_sagemaker_model: sagemaker({
    call: "CreateModel",
    renamed: { name: "model_name", container: "containers" },
    own: "environment",
    lists: "containers",
    arn: "ModelArn",
  }),
  aws_sagemaker_endpoint_configuration: sagemaker({
    call: "CreateEndpointConfig",
    renamed: { name: "endpoint_config_name", kms_key_arn: "kms_key_id" },
    lists: "production_variants capture_options",
    arn: "EndpointConfigArn",
  }),
  aws_sagemaker_endpoint: sagemaker({
    call: "CreateEndpoint",
    renamed: { name: "endpoint_name" },
    arn: "EndpointArn",
  }),
  aws_sagemaker_feature_group: sagemaker({
    call: "CreateFeatureGroup",
    renamed: { feature_definition: "feature_definitions" },
    lists: "feature_definitions",
    arn: "FeatureGroupArn",
  }),
  aws_sagemaker_data_quality_job_definition: sagemaker({
    call: "CreateDataQualityJobDefinition",
    renamed: { name: "job_definition_name" },
    lists: "monitoring_outputs",
    arn: "JobDefinitionArn",
    besides: { StoppingCondition: { MaxRuntimeInSeconds: 3600 } },
  }),
  aws_sagemaker_training_job: sagemaker({
    call: "CreateTrainingJob",
    own: "environment hyper_parameters",
    arn: "TrainingJobArn",
  }),
  aws_bedrockagent_agent: async (body, { make }) => {
    const answer = await make("bedrock-agent", "CreateAgent", {
      http: "PUT /agents/",
      ...asked(body, small),
    });
    const id = wordIn(objectOf(answer["agent"])["agentId"]);
    return { attributes: { id, agent_id: id }, live: bedrock(`agent/${id}`) };
  },
  aws_bedrockagent_knowledge_base: async (body, { make }) => {
    const answer = await make("bedrock-agent", "CreateKnowledgeBase", {
      http: "PUT /knowledgebases/",
      ...asked(body, small),
    });
    const id = wordIn(objectOf(answer["knowledgeBase"])["knowledgeBaseId"]);
    return { attributes: { id }, live: bedrock(`knowledge-base/${id}`) };
  },
  aws_bedrock_model_invocation_logging_configuration: async (body, { make }): Promise<Made> => {
    await make("bedrock", "PutModelInvocationLoggingConfiguration", {
      http: "PUT /logging/modelinvocations",
      loggingConfig: loggingOf(body),
    });
    return { attributes: {}, live: bedrock("model-invocation-logging") };
  },
  aws_bedrock_custom_model: async (body, { make }) => {
    const { base_model_identifier: base, customization_type: kind, ...rest } = body;
    const { jobArn } = await make("bedrock", "CreateModelCustomizationJob", {
      http: "POST /model-customization-jobs",
      baseModelIdentifier: base,
      customizationType: kind,
      ...asked(rest, small),
    });
    const models = await make("bedrock", "ListCustomModels", { http: "GET /custom-models" });
    const name = body["custom_model_name"];
    const found = listOf(models["modelSummaries"]).map(objectOf);
    const arn = found.find((each) => each["modelName"] === name)?.["modelArn"];
    return { attributes: { arn }, live: wordIn(arn), parts: [wordIn(jobArn)] };
  },
};

/** The API says `cloudWatchConfig`, the provider `cloudwatch_config`. */
function loggingOf(body: JsonObject): JsonObject {
  const { cloudwatch_config: cloudwatch, ...rest } = objectOf(listOf(body["logging_config"])[0]);
  return {
    ...asked(rest, small),
    ...(cloudwatch === undefined ? {} : { cloudWatchConfig: worded(cloudwatch, small) }),
  };
}
