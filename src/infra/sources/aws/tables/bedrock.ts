// Models of Bedrock and what guards them. CloudFormation begins names large where the API begins them
// small, and calls the parts of a guardrail `…Config`.
import { capitalized, objectOf, type Json, type JsonObject, wordIn } from "../../live/json.ts";
import { callsOf } from "../client/operation.ts";
import { large, largeOf } from "./letters.ts";
import { arn, defineTable, type Step, type Table, type Take, type Takes } from "../table.ts";

const call = callsOf("bedrock");
const page = ["nextToken", "nextToken"] as const;

/** A part of a guardrail: its lists get the names that CloudFormation has for them. */
function part(name: string, lists: Readonly<Record<string, string>>): Take {
  return (answer) => {
    const value = answer[name];
    if (value === undefined) return undefined;
    const made: Record<string, Json | undefined> = {};
    for (const [key, item] of Object.entries(objectOf(capitalized(value))))
      made[lists[key] ?? key] = item;
    return made;
  };
}

const guardrailTakes: Takes = {
  ...largeOf("name description blockedInputMessaging blockedOutputsMessaging kmsKeyArn"),
  ContentPolicyConfig: part("contentPolicy", {
    Filters: "FiltersConfig",
    Tier: "ContentFiltersTierConfig",
  }),
  TopicPolicyConfig: part("topicPolicy", { Topics: "TopicsConfig", Tier: "TopicsTierConfig" }),
  WordPolicyConfig: part("wordPolicy", {
    Words: "WordsConfig",
    ManagedWordLists: "ManagedWordListsConfig",
  }),
  SensitiveInformationPolicyConfig: part("sensitiveInformationPolicy", {
    PiiEntities: "PiiEntitiesConfig",
    Regexes: "RegexesConfig",
  }),
  ContextualGroundingPolicyConfig: part("contextualGroundingPolicy", { Filters: "FiltersConfig" }),
  AutomatedReasoningPolicyConfig: large("automatedReasoningPolicy"),
  CrossRegionConfig: large("crossRegionDetails"),
};

const getGuardrail = call("GetGuardrail", { http: "GET /guardrails/{guardrailIdentifier}" });

const guardrailVersion = defineTable({
  type: "AWS::Bedrock::GuardrailVersion",
  list: {
    call: call("ListGuardrails", { http: "GET /guardrails" }),
    with: (_, parent) => ({ guardrailIdentifier: parent?.item["id"] }),
    items: "guardrails",
    page,
  },
  address: ({ item }) => `${wordIn(item["arn"])}:${wordIn(item["version"])}`,
  takes: { GuardrailIdentifier: "id", Version: "version" },
  // The draft is the guardrail itself.
  wants: ({ item }) => item["version"] !== "DRAFT",
  steps: [
    {
      call: getGuardrail,
      with: ({ item }) => ({ guardrailIdentifier: item["id"], guardrailVersion: item["version"] }),
      takes: guardrailTakes,
    },
  ],
});

const guardrail = defineTable({
  type: "AWS::Bedrock::Guardrail",
  list: { call: call("ListGuardrails", { http: "GET /guardrails" }), items: "guardrails", page },
  address: ({ item }) => wordIn(item["arn"]),
  takes: { Name: "name", GuardrailId: "id", GuardrailArn: "arn", Status: "status" },
  steps: [
    {
      call: getGuardrail,
      with: ({ item }) => ({ guardrailIdentifier: item["id"] }),
      takes: guardrailTakes,
    },
  ],
  children: [guardrailVersion],
});

const enforcedGuardrail = defineTable({
  // Guardrails that no call in the account or organisation gets around.
  type: "AWS::Bedrock::EnforcedGuardrailConfiguration",
  list: {
    call: call("ListEnforcedGuardrailsConfiguration", {
      http: "GET /enforcedGuardrailsConfiguration",
    }),
    items: "guardrailsConfig",
    page,
  },
  address: (seen) => `${arn("bedrock", seen)}enforced-guardrail/${wordIn(seen.item["configId"])}`,
  takes: largeOf(
    "configId guardrailArn guardrailId guardrailVersion owner modelEnforcement inputTags",
  ),
});

const invocationLogging = defineTable({
  // A setting of the account in a region, for which CloudFormation has no type.
  type: "AWS::Bedrock::ModelInvocationLoggingConfiguration",
  address: (seen) => `${arn("bedrock", seen)}model-invocation-logging`,
  takes: { Region: (_, { region }) => region },
  steps: [
    {
      call: call("GetModelInvocationLoggingConfiguration", {
        http: "GET /logging/modelinvocations",
      }),
      with: () => ({}),
      takes: {
        // An empty one logs nothing either.
        LoggingConfig: ({ loggingConfig }) =>
          Object.keys(objectOf(loggingConfig)).length === 0
            ? undefined
            : capitalized(loggingConfig),
      },
    },
  ],
});

interface Kind {
  readonly type: string;
  readonly list: string;
  readonly http: string;
  readonly items: string;
  readonly asked?: JsonObject;
  readonly isRecent?: boolean;
  readonly arn: string;
  readonly takes: Takes;
  readonly steps?: readonly Step[];
}

function bedrockTable({
  type,
  list,
  http,
  items,
  asked,
  isRecent,
  arn,
  takes,
  steps,
}: Kind): Table {
  return defineTable({
    type: `AWS::Bedrock::${type}`,
    list: {
      call: call(list, { http }),
      with: { maxResults: 100, ...asked },
      items,
      page,
      isRecent,
    },
    address: ({ item }) => wordIn(item[arn]),
    takes,
    steps,
  });
}

const newest = { sortBy: "CreationTime", sortOrder: "Descending" } as const;

const customModel = bedrockTable({
  type: "CustomModel",
  list: "ListCustomModels",
  http: "GET /custom-models",
  items: "modelSummaries",
  // Models that others share are theirs to keep.
  asked: { isOwned: true },
  arn: "modelArn",
  takes: largeOf("modelName modelArn customizationType modelStatus"),
  steps: [
    {
      call: call("GetCustomModel", { http: "GET /custom-models/{modelIdentifier}" }),
      with: ({ item }) => ({ modelIdentifier: item["modelArn"] }),
      takes: largeOf(
        "jobArn baseModelArn modelKmsKeyArn trainingDataConfig validationDataConfig outputDataConfig",
      ),
    },
  ],
});

const importedModel = bedrockTable({
  type: "ImportedModel",
  list: "ListImportedModels",
  http: "GET /imported-models",
  items: "modelSummaries",
  arn: "modelArn",
  takes: largeOf("modelName modelArn modelArchitecture"),
  steps: [
    {
      call: call("GetImportedModel", { http: "GET /imported-models/{modelIdentifier}" }),
      with: ({ item }) => ({ modelIdentifier: item["modelArn"] }),
      takes: largeOf("jobArn modelDataSource modelKmsKeyArn"),
    },
  ],
});

const customizationJob = bedrockTable({
  type: "ModelCustomizationJob",
  list: "ListModelCustomizationJobs",
  http: "GET /model-customization-jobs",
  items: "modelCustomizationJobSummaries",
  asked: newest,
  isRecent: true,
  arn: "jobArn",
  takes: largeOf("jobName jobArn status creationTime"),
  steps: [
    {
      call: call("GetModelCustomizationJob", {
        http: "GET /model-customization-jobs/{jobIdentifier}",
      }),
      with: ({ item }) => ({ jobIdentifier: item["jobArn"] }),
      takes: largeOf(
        "roleArn baseModelArn outputModelArn outputModelKmsKeyArn trainingDataConfig validationDataConfig outputDataConfig vpcConfig",
      ),
    },
  ],
});

const invocationJob = bedrockTable({
  type: "ModelInvocationJob",
  list: "ListModelInvocationJobs",
  http: "GET /model-invocation-jobs",
  items: "invocationJobSummaries",
  asked: newest,
  isRecent: true,
  arn: "jobArn",
  takes: largeOf(
    "jobName jobArn status modelId roleArn inputDataConfig outputDataConfig vpcConfig submitTime",
  ),
});

const provisioned = bedrockTable({
  type: "ProvisionedModelThroughput",
  list: "ListProvisionedModelThroughputs",
  http: "GET /provisioned-model-throughputs",
  items: "provisionedModelSummaries",
  arn: "provisionedModelArn",
  takes: largeOf(
    "provisionedModelName provisionedModelArn modelArn foundationModelArn modelUnits status commitmentDuration",
  ),
});

const marketplaceEndpoint = bedrockTable({
  type: "MarketplaceModelEndpoint",
  list: "ListMarketplaceModelEndpoints",
  http: "GET /marketplace-model/endpoints",
  items: "marketplaceModelEndpoints",
  arn: "endpointArn",
  takes: largeOf("endpointArn modelSourceIdentifier status"),
  steps: [
    {
      call: call("GetMarketplaceModelEndpoint", {
        http: "GET /marketplace-model/endpoints/{endpointArn}",
      }),
      with: ({ item }) => ({ endpointArn: item["endpointArn"] }),
      takes: { EndpointConfig: large("marketplaceModelEndpoint.endpointConfig") },
    },
  ],
});

/** Application inference profiles, which are the account's own; those of AWS are the same everywhere. */
const inferenceProfile = bedrockTable({
  type: "ApplicationInferenceProfile",
  list: "ListInferenceProfiles",
  http: "GET /inference-profiles",
  items: "inferenceProfileSummaries",
  asked: { type: "APPLICATION" },
  arn: "inferenceProfileArn",
  takes: largeOf("inferenceProfileName inferenceProfileArn inferenceProfileId status models"),
});

/** Models, guardrails and logging. */
export const bedrockTables: readonly Table[] = [
  guardrail,
  enforcedGuardrail,
  invocationLogging,
  customModel,
  importedModel,
  customizationJob,
  invocationJob,
  provisioned,
  marketplaceEndpoint,
  inferenceProfile,
];
