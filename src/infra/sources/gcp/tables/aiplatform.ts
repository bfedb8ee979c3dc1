import { policyByPost, type Join, type Table } from "../table.ts";

const service = "aiplatform.googleapis.com";

/** The locations that Vertex AI has for a project. */
export const aiplatformLocations = {
  service,
  permission: "aiplatform.locations.list",
  path: "v1/projects/{project}/locations",
} as const;

/**
 * Where Vertex AI is offered, for who may not list it.
 * https://cloud.google.com/vertex-ai/docs/general/locations
 */
export const usualLocations: readonly string[] = [
  "africa-south1",
  "asia-east1",
  "asia-east2",
  "asia-northeast1",
  "asia-northeast2",
  "asia-northeast3",
  "asia-south1",
  "asia-southeast1",
  "asia-southeast2",
  "australia-southeast1",
  "australia-southeast2",
  "europe-central2",
  "europe-north1",
  "europe-southwest1",
  "europe-west1",
  "europe-west2",
  "europe-west3",
  "europe-west4",
  "europe-west6",
  "europe-west8",
  "europe-west9",
  "europe-west12",
  "me-central1",
  "me-central2",
  "me-west1",
  "northamerica-northeast1",
  "northamerica-northeast2",
  "southamerica-east1",
  "southamerica-west1",
  "us-central1",
  "us-east1",
  "us-east4",
  "us-east5",
  "us-south1",
  "us-west1",
  "us-west2",
  "us-west3",
  "us-west4",
];

function listed(
  collection: string,
  type: string,
  more: { readonly joins?: readonly Join[]; readonly isMany?: boolean; version?: string } = {},
): Table {
  const { version = "v1", ...rest } = more;
  return {
    type: `${service}/${type}`,
    list: {
      service,
      permission: `aiplatform.${collection}.list`,
      path: `${version}/projects/{project}/locations/{location}/${collection}`,
    },
    items: collection,
    page: ["pageSize", 100],
    in: "location",
    ...rest,
  };
}

function policy(collection: string, version = "v1"): { readonly joins: readonly Join[] } {
  const permission = `aiplatform.${collection}.getIamPolicy`;
  return { joins: [policyByPost(service, permission, `${version}/{+name}:getIamPolicy`)] };
}

/**
 * Vertex AI. Policies of their own have the resources for which IAM knows a `getIamPolicy`
 * permission; models and data sets are not among them. That of endpoints is in v1beta1 only.
 */
export const aiplatformTables: readonly Table[] = [
  listed("endpoints", "Endpoint", policy("endpoints", "v1beta1")),
  listed("models", "Model"),
  listed("datasets", "Dataset"),
  listed("featurestores", "Featurestore", policy("featurestores")),
  listed("featureOnlineStores", "FeatureOnlineStore", policy("featureOnlineStores")),
  listed("indexes", "Index"),
  listed("indexEndpoints", "IndexEndpoint"),
  listed("metadataStores", "MetadataStore"),
  listed("tensorboards", "Tensorboard"),
  listed("notebookRuntimes", "NotebookRuntime"),
  listed("notebookRuntimeTemplates", "NotebookRuntimeTemplate", policy("notebookRuntimeTemplates")),
  listed("reasoningEngines", "ReasoningEngine", policy("reasoningEngines")),
  listed("ragCorpora", "RagCorpus"),
  listed("persistentResources", "PersistentResource"),
  listed("schedules", "Schedule"),
  listed("customJobs", "CustomJob", { isMany: true }),
  listed("hyperparameterTuningJobs", "HyperparameterTuningJob", { isMany: true }),
  listed("trainingPipelines", "TrainingPipeline", { isMany: true }),
  listed("pipelineJobs", "PipelineJob", { isMany: true }),
  listed("batchPredictionJobs", "BatchPredictionJob", { isMany: true }),
  listed("tuningJobs", "TuningJob", { isMany: true }),
];
