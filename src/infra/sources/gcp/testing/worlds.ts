// Two projects in the shapes that the REST references document: one with everything wrong that the
// checks know of, one with everything mended.
import type { World } from "./fake.ts";

type Body = Readonly<Record<string, unknown>>;

/** What a world is made of. */
interface Parts {
  readonly project: Body;
  readonly folder: Body;
  readonly organization: Body;
  readonly perimeters: readonly Body[];
  readonly orgPolicies: Readonly<Record<string, Body>>;
  /** Resources of Vertex AI by collection, without their names. */
  readonly vertex: Readonly<Record<string, readonly Body[]>>;
  readonly vertexPolicy: Body;
  readonly workbench: Body;
  readonly bucket: Body;
  readonly bucketPolicy: Body;
  readonly otherBuckets: readonly Body[];
  readonly repository: Body;
  readonly repositoryPolicy: Body;
  readonly key: Body;
  readonly keyPolicy: Body;
  readonly accountPolicy: Body;
  readonly accountKeys: readonly Body[];
  readonly apiKeys: readonly Body[];
  readonly subnetwork: Body;
  readonly sinks: readonly Body[];
  readonly processor: Body;
  readonly agent: Body;
  readonly cxAgent: Body;
  readonly node: Body;
}

const region = "us-central1";
const inRegion = `projects/acme/locations/${region}`;
const email = "train@acme.iam.gserviceaccount.com";

/** Puts the parts where the APIs have them. */
function worldOf(parts: Parts): World {
  const lists: Record<string, readonly object[]> = {
    "cloudresourcemanager v3/folders?organizations/9": [
      { name: "folders/1", parent: "organizations/9" },
    ],
    "cloudresourcemanager v3/projects?folders/1": [
      { name: "projects/123", projectId: "acme", state: "ACTIVE", parent: "folders/1" },
      { name: "projects/124", projectId: "gone", state: "DELETE_REQUESTED", parent: "folders/1" },
    ],
    "accesscontextmanager v1/accessPolicies?organizations/9": [
      { name: "accessPolicies/1", parent: "organizations/9" },
    ],
    "accesscontextmanager v1/accessPolicies/1/servicePerimeters": parts.perimeters,
    "aiplatform v1/projects/acme/locations": [
      { locationId: region },
      { locationId: "europe-west4" },
      { locationId: "us-east1" },
    ],
    "artifactregistry v1/projects/acme/locations": [{ locationId: region }],
    "cloudkms v1/projects/acme/locations": [{ locationId: region }],
    [`artifactregistry v1/${inRegion}/repositories`]: [
      { name: `${inRegion}/repositories/ml`, ...parts.repository },
    ],
    [`cloudkms v1/${inRegion}/keyRings`]: [{ name: `${inRegion}/keyRings/ml` }],
    [`cloudkms v1/${inRegion}/keyRings/ml/cryptoKeys`]: [
      { name: `${inRegion}/keyRings/ml/cryptoKeys/ml`, ...parts.key },
    ],
    "notebooks v2/projects/acme/locations/-/instances": [
      { name: `projects/acme/locations/${region}-a/instances/lab`, ...parts.workbench },
    ],
    "storage storage/v1/b": [
      { kind: "storage#bucket", name: "acme-models", location: "US", ...parts.bucket },
      ...parts.otherBuckets,
    ],
    "iam v1/projects/acme/serviceAccounts": [
      { name: `projects/acme/serviceAccounts/${email}`, email, projectId: "acme" },
    ],
    [`iam v1/projects/acme/serviceAccounts/${email}/keys`]: parts.accountKeys.map((key, index) => ({
      name: `projects/acme/serviceAccounts/${email}/keys/${index}`,
      ...key,
    })),
    "apikeys v2/projects/acme/locations/global/keys": parts.apiKeys.map((key, index) => ({
      name: `projects/123/locations/global/keys/${index}`,
      ...key,
    })),
    "compute compute/v1/projects/acme/aggregated/subnetworks": [
      {
        name: "ml",
        selfLink: `https://www.googleapis.com/compute/v1/projects/acme/regions/${region}/subnetworks/ml`,
        ...parts.subnetwork,
      },
    ],
    "logging v2/projects/acme/sinks": parts.sinks,
    "documentai v1/projects/acme/locations/us/processors": [
      { name: "projects/123/locations/us/processors/1", ...parts.processor },
    ],
    "dialogflow v3/projects/acme/locations/global/agents": [
      { name: "projects/acme/locations/global/agents/1", displayName: "help", ...parts.cxAgent },
    ],
    "tpu v2/projects/acme/locations/-/nodes": [
      { name: `projects/acme/locations/${region}-b/nodes/t`, ...parts.node },
    ],
  };
  const answers: Record<string, object> = {
    "cloudresourcemanager v3/projects/acme": {
      name: "projects/123",
      parent: "folders/1",
      projectId: "acme",
      state: "ACTIVE",
    },
    "cloudresourcemanager v1/projects/acme:getAncestry": {
      ancestor: [
        { resourceId: { type: "project", id: "acme" } },
        { resourceId: { type: "folder", id: "1" } },
        { resourceId: { type: "organization", id: "9" } },
      ],
    },
    "cloudresourcemanager v3/projects/acme:getIamPolicy": parts.project,
    "cloudresourcemanager v3/folders/1:getIamPolicy": parts.folder,
    "cloudresourcemanager v3/organizations/9:getIamPolicy": parts.organization,
    "storage storage/v1/b/acme-models/iam": parts.bucketPolicy,
    [`notebooks v2/projects/acme/locations/${region}-a/instances/lab:getIamPolicy`]:
      parts.vertexPolicy,
    [`artifactregistry v1/${inRegion}/repositories/ml:getIamPolicy`]: parts.repositoryPolicy,
    [`cloudkms v1/${inRegion}/keyRings/ml:getIamPolicy`]: parts.keyPolicy,
    [`cloudkms v1/${inRegion}/keyRings/ml/cryptoKeys/ml:getIamPolicy`]: parts.keyPolicy,
    [`iam v1/projects/acme/serviceAccounts/${email}:getIamPolicy`]: parts.accountPolicy,
    "dialogflow v2/projects/acme/agent": {
      parent: "projects/acme",
      displayName: "help",
      ...parts.agent,
    },
  };
  for (const [constraint, spec] of Object.entries(parts.orgPolicies))
    answers[`orgpolicy v2/projects/acme/policies/${constraint}:getEffectivePolicy`] = {
      name: `projects/123/policies/${constraint}`,
      spec,
    };
  for (const [collection, bodies] of Object.entries(parts.vertex)) {
    const own = `projects/123/locations/${region}/${collection}`;
    lists[`aiplatform v1/${inRegion}/${collection}`] = bodies.map((body, index) => ({
      name: `${own}/${index}`,
      ...body,
    }));
    for (const index of bodies.keys())
      for (const version of ["v1", "v1beta1"])
        answers[`aiplatform ${version}/${own}/${index}:getIamPolicy`] = parts.vertexPolicy;
  }
  return { lists, answers };
}

const policy = (role: string, ...members: readonly string[]): Body => ({
  version: 1,
  etag: "BwXhqDVjU0Y=",
  bindings: [{ role, members }],
});
const compute = "123-compute@developer.gserviceaccount.com";
const ai = ["aiplatform.googleapis.com", "notebooks.googleapis.com", "storage.googleapis.com"];
const audits = (logs: readonly string[]): readonly Body[] => [
  { service: "allServices", auditLogConfigs: logs.map((logType) => ({ logType })) },
];
const secret = [{ name: "HF_TOKEN", value: "hf_notarealtoken0123456789" }];

/** Everything wrong. */
export const weakWorld = worldOf({
  project: {
    version: 1,
    bindings: [
      { role: "roles/owner", members: ["user:a@example.com"] },
      { role: "roles/editor", members: [`serviceAccount:${compute}`, `serviceAccount:${email}`] },
      { role: "roles/iam.serviceAccountTokenCreator", members: ["group:ml@example.com"] },
    ],
    auditConfigs: audits(["ADMIN_READ"]),
  },
  folder: policy("roles/aiplatform.user", "domain:example.com"),
  organization: {
    bindings: [
      { role: "roles/viewer", members: ["allAuthenticatedUsers"] },
      { role: "roles/editor", members: ["group:all@example.com"] },
      { role: "roles/browser", members: ["serviceAccount:acme@appspot.gserviceaccount.com"] },
    ],
  },
  perimeters: [
    {
      name: "accessPolicies/1/servicePerimeters/ml",
      title: "ml",
      status: {
        resources: ["projects/7"],
        restrictedServices: ["aiplatform.googleapis.com"],
        ingressPolicies: [
          {
            ingressFrom: { identityType: "ANY_IDENTITY", sources: [{ accessLevel: "*" }] },
            ingressTo: { resources: ["*"], operations: [{ serviceName: "*" }] },
          },
        ],
        egressPolicies: [
          {
            egressFrom: { identityType: "ANY_IDENTITY" },
            egressTo: { resources: ["*"], operations: [{ serviceName: "*" }] },
          },
        ],
      },
      spec: { resources: ["projects/123"], restrictedServices: ai },
      useExplicitDryRunSpec: true,
    },
  ],
  orgPolicies: {
    "vertexai.allowedModels": { rules: [{ allowAll: true }] },
    "iam.disableServiceAccountKeyCreation": { rules: [{ enforce: false }] },
    "iam.automaticIamGrantsForDefaultServiceAccounts": { rules: [{ enforce: false }] },
    "storage.publicAccessPrevention": { rules: [{ enforce: false }] },
  },
  vertex: {
    endpoints: [
      { displayName: "a" },
      { displayName: "b" },
      { displayName: "c", dedicatedEndpointEnabled: true },
    ],
    models: [
      {
        artifactUri: "gs://acme-models/fraud/1",
        containerSpec: { imageUri: "us-docker.pkg.dev/acme/ml/server:latest", env: secret },
      },
    ],
    datasets: [{}],
    featurestores: [{}],
    featureOnlineStores: [{ bigtable: {} }],
    indexes: [{}],
    indexEndpoints: [{ publicEndpointEnabled: true }],
    metadataStores: [{}],
    tensorboards: [{}],
    notebookRuntimes: [{}],
    notebookRuntimeTemplates: [
      {
        networkSpec: { enableInternetAccess: true },
        idleShutdownConfig: { idleShutdownDisabled: true },
        eucConfig: { eucDisabled: true },
      },
    ],
    reasoningEngines: [{ spec: { packageSpec: { pickleObjectGcsUri: "gs://acme-agents/a.pkl" } } }],
    ragCorpora: [{}],
    persistentResources: [{}],
    schedules: [{ createPipelineJobRequest: { pipelineJob: {} } }],
    customJobs: [
      { jobSpec: { enableWebAccess: true, workerPoolSpecs: [{ containerSpec: { env: secret } }] } },
    ],
    hyperparameterTuningJobs: [{ trialJobSpec: { enableWebAccess: true } }],
    trainingPipelines: [{}],
    pipelineJobs: [{ serviceAccount: compute }],
    batchPredictionJobs: [{}],
    tuningJobs: [{}],
  },
  vertexPolicy: policy("roles/aiplatform.user", "allUsers"),
  workbench: {
    gceSetup: {
      machineType: "e2-standard-4",
      serviceAccounts: [{ email: compute }],
      metadata: {
        "idle-timeout-seconds": "",
        "serial-port-enable": "true",
        "post-startup-script": "https://example.com/start.sh",
      },
      bootDisk: { diskSizeGb: "150" },
    },
  },
  bucket: {
    iamConfiguration: {
      publicAccessPrevention: "inherited",
      uniformBucketLevelAccess: { enabled: false },
    },
    logging: { logBucket: "acme-models" },
  },
  // A bucket that logs to itself is logged; one that does not log at all is this one.
  otherBuckets: [{ kind: "storage#bucket", name: "acme-data", location: "US" }],
  bucketPolicy: {
    bindings: [
      { role: "roles/storage.objectViewer", members: ["allUsers"] },
      { role: "roles/storage.objectAdmin", members: ["domain:example.com"] },
    ],
  },
  repository: {
    format: "DOCKER",
    mode: "STANDARD_REPOSITORY",
    vulnerabilityScanningConfig: { enablementConfig: "DISABLED" },
  },
  repositoryPolicy: policy("roles/artifactregistry.reader", "allUsers"),
  key: { purpose: "ENCRYPT_DECRYPT" },
  keyPolicy: policy("roles/cloudkms.cryptoKeyDecrypter", "allUsers"),
  accountPolicy: policy("roles/iam.serviceAccountUser", "allAuthenticatedUsers"),
  accountKeys: [{ keyType: "USER_MANAGED" }],
  apiKeys: [{ displayName: "app" }],
  subnetwork: { privateIpGoogleAccess: false, purpose: "PRIVATE" },
  sinks: [{ name: "audit", destination: "storage.googleapis.com/acme-models" }],
  processor: {},
  agent: {},
  cxAgent: {},
  node: { networkConfig: { enableExternalIps: true } },
});

const kms = `${inRegion}/keyRings/ml/cryptoKeys/ml`;
const own = { encryptionSpec: { kmsKeyName: kms } };
const network = "projects/123/global/networks/ml";

/** Everything mended. */
export const mendedWorld = worldOf({
  project: policy("roles/aiplatform.user", "group:ml@example.com"),
  folder: policy("roles/browser", "group:ml@example.com"),
  organization: {
    bindings: [
      { role: "roles/resourcemanager.organizationViewer", members: ["group:sec@example.com"] },
    ],
    auditConfigs: audits(["ADMIN_READ", "DATA_READ", "DATA_WRITE"]),
  },
  perimeters: [
    {
      name: "accessPolicies/1/servicePerimeters/ml",
      title: "ml",
      status: {
        resources: ["projects/123"],
        restrictedServices: [...ai, "bigquery.googleapis.com"],
      },
    },
  ],
  orgPolicies: {
    "vertexai.allowedModels": {
      rules: [{ values: { allowedValues: ["publishers/google/models/gemini-2.5-flash:predict"] } }],
    },
    "iam.disableServiceAccountKeyCreation": { rules: [{ enforce: true }] },
    "iam.automaticIamGrantsForDefaultServiceAccounts": { rules: [{ enforce: true }] },
    "storage.publicAccessPrevention": { rules: [{ enforce: true }] },
  },
  vertex: {
    endpoints: [
      { ...own, network, predictRequestResponseLoggingConfig: { enabled: true, samplingRate: 1 } },
      {
        ...own,
        privateServiceConnectConfig: { enablePrivateServiceConnect: true },
        predictRequestResponseLoggingConfig: { enabled: true, samplingRate: 0.1 },
      },
    ],
    models: [
      {
        ...own,
        artifactUri: "gs://acme-models/fraud/1",
        containerSpec: {
          imageUri: "us-docker.pkg.dev/acme/ml/server@sha256:0123",
          env: [{ name: "MODE", value: "fast" }],
        },
      },
    ],
    datasets: [own],
    featurestores: [own],
    featureOnlineStores: [own],
    indexes: [own],
    indexEndpoints: [{ network }],
    metadataStores: [own],
    tensorboards: [own],
    notebookRuntimes: [{}],
    notebookRuntimeTemplates: [
      {
        ...own,
        networkSpec: { network },
        shieldedVmConfig: { enableSecureBoot: true },
        idleShutdownConfig: { idleTimeout: "3600s" },
      },
    ],
    reasoningEngines: [{ ...own, spec: { serviceAccount: email } }],
    ragCorpora: [own],
    persistentResources: [
      {
        ...own,
        resourceRuntimeSpec: {
          serviceAccountSpec: { enableCustomServiceAccount: true, serviceAccount: email },
        },
      },
    ],
    schedules: [
      { createPipelineJobRequest: { pipelineJob: { ...own, serviceAccount: email, network } } },
    ],
    customJobs: [{ ...own, jobSpec: { serviceAccount: email, network } }],
    hyperparameterTuningJobs: [{ ...own, trialJobSpec: { serviceAccount: email, network } }],
    trainingPipelines: [own],
    pipelineJobs: [{ ...own, serviceAccount: email, network }],
    batchPredictionJobs: [own],
    tuningJobs: [own],
  },
  vertexPolicy: policy("roles/aiplatform.user", "group:ml@example.com"),
  workbench: {
    disableProxyAccess: true,
    instanceOwners: ["a@example.com"],
    gceSetup: {
      disablePublicIp: true,
      serviceAccounts: [{ email }],
      bootDisk: { kmsKey: kms },
      dataDisks: [{ kmsKey: kms }],
      shieldedInstanceConfig: {
        enableSecureBoot: true,
        enableVtpm: true,
        enableIntegrityMonitoring: true,
      },
      metadata: {
        "notebook-disable-root": "true",
        "notebook-disable-downloads": "true",
        "post-startup-script": "gs://acme-scripts/start.sh",
      },
    },
  },
  bucket: {
    iamConfiguration: {
      publicAccessPrevention: "enforced",
      uniformBucketLevelAccess: { enabled: true },
    },
    encryption: { defaultKmsKeyName: kms },
    versioning: { enabled: true },
    logging: { logBucket: "acme-logs" },
    retentionPolicy: { retentionPeriod: "2592000", isLocked: true },
  },
  otherBuckets: [],
  bucketPolicy: policy("roles/storage.objectViewer", "group:ml@example.com"),
  repository: {
    format: "DOCKER",
    mode: "STANDARD_REPOSITORY",
    kmsKeyName: kms,
    dockerConfig: { immutableTags: true },
  },
  repositoryPolicy: { etag: "ACAB" },
  key: { purpose: "ENCRYPT_DECRYPT", rotationPeriod: "7776000s" },
  keyPolicy: policy("roles/cloudkms.cryptoKeyEncrypterDecrypter", `serviceAccount:${email}`),
  accountPolicy: policy("roles/iam.serviceAccountUser", "group:ml@example.com"),
  accountKeys: [{ keyType: "USER_MANAGED", disabled: true }],
  apiKeys: [
    {
      displayName: "app",
      restrictions: {
        apiTargets: [{ service: "generativelanguage.googleapis.com" }],
        serverKeyRestrictions: { allowedIps: ["203.0.113.7"] },
      },
    },
  ],
  subnetwork: { privateIpGoogleAccess: true, purpose: "PRIVATE" },
  sinks: [{ name: "audit", destination: "storage.googleapis.com/acme-models" }],
  processor: { kmsKeyName: kms },
  agent: { enableLogging: true },
  cxAgent: { advancedSettings: { loggingSettings: { enableStackdriverLogging: true } } },
  node: { networkConfig: { network: "ml" } },
});
