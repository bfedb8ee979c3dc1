// Which permission each method needs, as the reference of IAM has it; written apart from the tables of
// calls, so that a test can hold the one against the other.
// https://cloud.google.com/iam/docs/permissions-reference

const place = "projects/[^/]+/locations/[^/]+";
const thing = `${place}/[a-zA-Z]+/[^/:]+`;

function listOf(collection: string): readonly [string, string] {
  return [`v1/${place}/${collection}`, `aiplatform.${collection}.list`];
}

const vertex: readonly (readonly [string, string])[] = [
  ["v1/projects/[^/]+/locations", "aiplatform.locations.list"],
  ...[
    "endpoints",
    "models",
    "datasets",
    "featurestores",
    "featureOnlineStores",
    "indexes",
    "indexEndpoints",
    "metadataStores",
    "tensorboards",
    "notebookRuntimes",
    "notebookRuntimeTemplates",
    "reasoningEngines",
    "ragCorpora",
    "persistentResources",
    "schedules",
    "customJobs",
    "hyperparameterTuningJobs",
    "trainingPipelines",
    "pipelineJobs",
    "batchPredictionJobs",
    "tuningJobs",
  ].map(listOf),
  ["v1beta1/.*/endpoints/[^/]+:getIamPolicy", "aiplatform.endpoints.getIamPolicy"],
  ...["featurestores", "featureOnlineStores", "notebookRuntimeTemplates", "reasoningEngines"].map(
    (collection) =>
      [`v1/.*/${collection}/[^/]+:getIamPolicy`, `aiplatform.${collection}.getIamPolicy`] as const,
  ),
];

const byService: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  aiplatform: vertex,
  cloudresourcemanager: [
    ["v3/projects/[^/:]+", "resourcemanager.projects.get"],
    ["v1/projects/[^/:]+:getAncestry", "resourcemanager.projects.get"],
    ["v3/projects/[^/:]+:getIamPolicy", "resourcemanager.projects.getIamPolicy"],
    ["v3/folders/[^/:]+:getIamPolicy", "resourcemanager.folders.getIamPolicy"],
    ["v3/organizations/[^/:]+:getIamPolicy", "resourcemanager.organizations.getIamPolicy"],
    ["v3/folders", "resourcemanager.folders.list"],
    ["v3/projects", "resourcemanager.projects.list"],
  ],
  orgpolicy: [["v2/projects/[^/]+/policies/[^/]+:getEffectivePolicy", "orgpolicy.policy.get"]],
  accesscontextmanager: [
    ["v1/accessPolicies", "accesscontextmanager.policies.list"],
    ["v1/accessPolicies/[^/]+/servicePerimeters", "accesscontextmanager.servicePerimeters.list"],
  ],
  notebooks: [
    [`v2/${place}/instances`, "notebooks.instances.list"],
    [`v2/${thing}:getIamPolicy`, "notebooks.instances.getIamPolicy"],
  ],
  storage: [
    ["storage/v1/b", "storage.buckets.list"],
    ["storage/v1/b/[^/]+/iam", "storage.buckets.getIamPolicy"],
  ],
  artifactregistry: [
    ["v1/projects/[^/]+/locations", "artifactregistry.locations.list"],
    [`v1/${place}/repositories`, "artifactregistry.repositories.list"],
    [`v1/${thing}:getIamPolicy`, "artifactregistry.repositories.getIamPolicy"],
  ],
  cloudkms: [
    ["v1/projects/[^/]+/locations", "cloudkms.locations.list"],
    [`v1/${place}/keyRings`, "cloudkms.keyRings.list"],
    [`v1/${place}/keyRings/[^/:]+:getIamPolicy`, "cloudkms.keyRings.getIamPolicy"],
    [`v1/${place}/keyRings/[^/]+/cryptoKeys`, "cloudkms.cryptoKeys.list"],
    [
      `v1/${place}/keyRings/[^/]+/cryptoKeys/[^/]+:getIamPolicy`,
      "cloudkms.cryptoKeys.getIamPolicy",
    ],
  ],
  iam: [
    ["v1/projects/[^/]+/serviceAccounts", "iam.serviceAccounts.list"],
    ["v1/projects/[^/]+/serviceAccounts/[^/]+:getIamPolicy", "iam.serviceAccounts.getIamPolicy"],
    ["v1/projects/[^/]+/serviceAccounts/[^/]+/keys", "iam.serviceAccountKeys.list"],
  ],
  apikeys: [["v2/projects/[^/]+/locations/global/keys", "apikeys.keys.list"]],
  compute: [["compute/v1/projects/[^/]+/aggregated/subnetworks", "compute.subnetworks.list"]],
  logging: [["v2/projects/[^/]+/sinks", "logging.sinks.list"]],
  documentai: [[`v1/${place}/processors`, "documentai.processors.list"]],
  dialogflow: [
    ["v2/projects/[^/]+/agent", "dialogflow.agents.get"],
    [`v3/${place}/agents`, "dialogflow.agents.list"],
  ],
  tpu: [[`v2/${place}/nodes`, "tpu.nodes.list"]],
};

/** The permission that a call needs; undefined for one that nobody should make. */
export function permissionFor(service: string, path: string): string | undefined {
  return byService[service]?.find(([form]) => new RegExp(`^${form}$`).test(path))?.[1];
}
