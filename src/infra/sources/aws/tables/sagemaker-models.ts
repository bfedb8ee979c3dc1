// Models of SageMaker from the registry to the endpoint.
import { parsedJson, wordIn } from "../../live/json.ts";
import { defineTable, same, type Table } from "../table.ts";
import { call, newest, page, sagemakerTable } from "./sagemaker.ts";

const model = sagemakerTable({
  type: "Model",
  list: "ListModels",
  items: "Models",
  id: "ModelName",
  arn: "ModelArn",
  head: "ModelName",
  describe: "DescribeModel",
  takes: same(
    "ExecutionRoleArn PrimaryContainer Containers VpcConfig EnableNetworkIsolation InferenceExecutionConfig",
  ),
});

const endpointConfig = sagemakerTable({
  type: "EndpointConfig",
  list: "ListEndpointConfigs",
  items: "EndpointConfigs",
  id: "EndpointConfigName",
  arn: "EndpointConfigArn",
  head: "EndpointConfigName",
  describe: "DescribeEndpointConfig",
  takes: same(
    "KmsKeyId ProductionVariants ShadowProductionVariants DataCaptureConfig AsyncInferenceConfig ExecutionRoleArn VpcConfig EnableNetworkIsolation",
  ),
});

const endpoint = sagemakerTable({
  type: "Endpoint",
  list: "ListEndpoints",
  items: "Endpoints",
  id: "EndpointName",
  arn: "EndpointArn",
  head: "EndpointName EndpointStatus",
  describe: "DescribeEndpoint",
  takes: same("EndpointConfigName ProductionVariants DataCaptureConfig"),
});

const inferenceComponent = sagemakerTable({
  type: "InferenceComponent",
  list: "ListInferenceComponents",
  items: "InferenceComponents",
  id: "InferenceComponentName",
  arn: "InferenceComponentArn",
  head: "InferenceComponentName EndpointName VariantName",
  describe: "DescribeInferenceComponent",
  takes: same("Specification"),
});

const modelPackageGroup = sagemakerTable({
  type: "ModelPackageGroup",
  list: "ListModelPackageGroups",
  items: "ModelPackageGroupSummaryList",
  id: "ModelPackageGroupName",
  arn: "ModelPackageGroupArn",
  head: "ModelPackageGroupName ModelPackageGroupStatus",
  steps: [
    {
      call: call("GetModelPackageGroupPolicy", {
        // The code is that of every wrong question; only the message says that there is no policy.
        absent: [
          "ResourceNotFound",
          "ResourceNotFoundException",
          "ValidationException:Cannot find resource policy",
        ],
      }),
      with: ({ item }) => ({ ModelPackageGroupName: item["ModelPackageGroupName"] }),
      takes: { ModelPackageGroupPolicy: (answer) => parsedJson(answer["ResourcePolicy"]) },
    },
  ],
});

const modelPackage = sagemakerTable({
  type: "ModelPackage",
  list: "ListModelPackages",
  items: "ModelPackageSummaryList",
  asked: { ModelPackageType: "Both", ...newest },
  isRecent: true,
  id: "ModelPackageName",
  arn: "ModelPackageArn",
  head: "ModelPackageName ModelPackageGroupName ModelPackageVersion ModelPackageStatus ModelApprovalStatus",
  steps: [
    {
      call: call("DescribeModelPackage"),
      // Versions of a group are asked for by their ARN.
      with: ({ item }) => ({ ModelPackageName: item["ModelPackageArn"] }),
      takes: same(
        "InferenceSpecification SourceAlgorithmSpecification SecurityConfig SourceUri SkipModelValidation ModelMetrics DriftCheckBaselines MetadataProperties",
      ),
    },
  ],
});

const featureGroup = sagemakerTable({
  type: "FeatureGroup",
  list: "ListFeatureGroups",
  items: "FeatureGroupSummaries",
  id: "FeatureGroupName",
  arn: "FeatureGroupArn",
  head: "FeatureGroupName FeatureGroupStatus",
  describe: "DescribeFeatureGroup",
  takes: same("OnlineStoreConfig OfflineStoreConfig RoleArn"),
});

/** What a hub offers: models of its own, or references to those of the public hub. */
function hubContent(kind: "Model" | "ModelReference"): Table {
  return defineTable({
    type: "AWS::SageMaker::HubContent",
    part: kind,
    list: {
      call: call("ListHubContents"),
      with: (_, parent) => ({
        HubName: parent?.item["HubName"],
        HubContentType: kind,
        MaxResults: 100,
      }),
      items: "HubContentSummaries",
      page,
    },
    address: ({ item }) => wordIn(item["HubContentArn"]),
    takes: {
      HubName: (_, { parent }) => parent?.item["HubName"],
      ...same("HubContentName HubContentVersion HubContentType HubContentStatus SupportStatus"),
      ...same("SageMakerPublicHubContentArn"),
    },
    wants: ({ item }) => item["HubContentType"] === kind,
  });
}

const hub = sagemakerTable({
  type: "Hub",
  list: "ListHubs",
  items: "HubSummaries",
  id: "HubName",
  arn: "HubArn",
  head: "HubName HubStatus",
  describe: "DescribeHub",
  takes: same("S3StorageConfig"),
  // The hub that every account is shown is AWS's own.
  wants: ({ item }) => !wordIn(item["HubArn"]).includes(":aws:hub/"),
  children: [hubContent("ModelReference"), hubContent("Model")],
});

const pipeline = sagemakerTable({
  type: "Pipeline",
  list: "ListPipelines",
  items: "PipelineSummaries",
  id: "PipelineName",
  arn: "PipelineArn",
  head: "PipelineName RoleArn",
  describe: "DescribePipeline",
  takes: {
    PipelineDefinition: (answer) => {
      const body = parsedJson(answer["PipelineDefinition"]);
      return body === undefined ? undefined : { PipelineDefinitionBody: body };
    },
    ParallelismConfiguration: "ParallelismConfiguration",
  },
});

const cluster = sagemakerTable({
  type: "Cluster",
  list: "ListClusters",
  items: "ClusterSummaries",
  id: "ClusterName",
  arn: "ClusterArn",
  head: "ClusterName ClusterStatus",
  describe: "DescribeCluster",
  takes: same(
    "InstanceGroups RestrictedInstanceGroups VpcConfig Orchestrator NodeRecovery ClusterRole",
  ),
});

/** The registry, the feature store, endpoints and clusters. */
export const modelTables: readonly Table[] = [
  model,
  endpointConfig,
  endpoint,
  inferenceComponent,
  modelPackageGroup,
  modelPackage,
  featureGroup,
  hub,
  pipeline,
  cluster,
];
