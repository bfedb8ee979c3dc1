// What stands around Vertex AI: notebooks, data, keys, identities, networks, logs.
import { policyByGet, policyByPost, type Table } from "../table.ts";

const projectPath = "projects/{project}";

const notebooks = "notebooks.googleapis.com";
const workbench: Table = {
  type: "notebooks.googleapis.com/Instance",
  list: {
    service: notebooks,
    permission: "notebooks.instances.list",
    path: `v2/${projectPath}/locations/-/instances`,
  },
  items: "instances",
  page: ["pageSize", 500],
  in: "project",
  joins: [policyByGet(notebooks, "notebooks.instances.getIamPolicy", "v2/{+name}:getIamPolicy")],
};

const storage = "storage.googleapis.com";
const buckets: Table = {
  type: "storage.googleapis.com/Bucket",
  list: {
    service: storage,
    permission: "storage.buckets.list",
    path: "storage/v1/b",
    query: { project: "{project}", projection: "noAcl" },
  },
  items: "items",
  page: ["maxResults", 1000],
  in: "project",
  joins: [
    {
      key: "iamPolicy",
      call: {
        service: storage,
        permission: "storage.buckets.getIamPolicy",
        path: "storage/v1/b/{name}/iam",
        query: { optionsRequestedPolicyVersion: 3 },
      },
    },
  ],
};

const artifactregistry = "artifactregistry.googleapis.com";
const repositories: Table = {
  type: "artifactregistry.googleapis.com/Repository",
  list: {
    service: artifactregistry,
    permission: "artifactregistry.repositories.list",
    path: `v1/${projectPath}/locations/{location}/repositories`,
  },
  items: "repositories",
  page: ["pageSize", 1000],
  in: "location",
  joins: [
    policyByGet(
      artifactregistry,
      "artifactregistry.repositories.getIamPolicy",
      "v1/{+name}:getIamPolicy",
    ),
  ],
};

const cloudkms = "cloudkms.googleapis.com";
const keyRings: Table = {
  type: "cloudkms.googleapis.com/KeyRing",
  list: {
    service: cloudkms,
    permission: "cloudkms.keyRings.list",
    path: `v1/${projectPath}/locations/{location}/keyRings`,
  },
  items: "keyRings",
  page: ["pageSize", 1000],
  in: "location",
  joins: [policyByGet(cloudkms, "cloudkms.keyRings.getIamPolicy", "v1/{+name}:getIamPolicy")],
  children: [
    {
      type: "cloudkms.googleapis.com/CryptoKey",
      list: {
        service: cloudkms,
        permission: "cloudkms.cryptoKeys.list",
        path: "v1/{+name}/cryptoKeys",
      },
      items: "cryptoKeys",
      page: ["pageSize", 1000],
      in: "parent",
      joins: [policyByGet(cloudkms, "cloudkms.cryptoKeys.getIamPolicy", "v1/{+name}:getIamPolicy")],
    },
  ],
};

const iam = "iam.googleapis.com";
const serviceAccounts: Table = {
  type: "iam.googleapis.com/ServiceAccount",
  list: {
    service: iam,
    permission: "iam.serviceAccounts.list",
    path: `v1/${projectPath}/serviceAccounts`,
  },
  items: "accounts",
  page: ["pageSize", 100],
  in: "project",
  joins: [policyByPost(iam, "iam.serviceAccounts.getIamPolicy")],
  children: [
    {
      type: "iam.googleapis.com/ServiceAccountKey",
      // Google's own keys rotate by themselves.
      list: {
        service: iam,
        permission: "iam.serviceAccountKeys.list",
        path: "v1/{+name}/keys",
        query: { keyTypes: "USER_MANAGED" },
      },
      items: "keys",
      in: "parent",
    },
  ],
};

const apiKeys: Table = {
  type: "apikeys.googleapis.com/Key",
  list: {
    service: "apikeys.googleapis.com",
    permission: "apikeys.keys.list",
    path: `v2/${projectPath}/locations/global/keys`,
  },
  items: "keys",
  page: ["pageSize", 300],
  in: "project",
};

const subnetworks: Table = {
  type: "compute.googleapis.com/Subnetwork",
  list: {
    service: "compute.googleapis.com",
    permission: "compute.subnetworks.list",
    path: `compute/v1/${projectPath}/aggregated/subnetworks`,
    query: { returnPartialSuccess: "true" },
  },
  items: "items.*.subnetworks",
  page: ["maxResults", 500],
  in: "project",
};

const sinks: Table = {
  type: "logging.googleapis.com/LogSink",
  list: {
    service: "logging.googleapis.com",
    permission: "logging.sinks.list",
    path: `v2/${projectPath}/sinks`,
  },
  items: "sinks",
  page: ["pageSize", 1000],
  in: "project",
};

const processors: Table = {
  type: "documentai.googleapis.com/Processor",
  list: {
    service: "documentai.googleapis.com",
    permission: "documentai.processors.list",
    path: `v1/${projectPath}/locations/{location}/processors`,
  },
  items: "processors",
  page: ["pageSize", 100],
  in: "location",
};

const dialogflow = "dialogflow.googleapis.com";
const agents: readonly Table[] = [
  {
    type: "dialogflow.googleapis.com/Agent",
    list: {
      service: dialogflow,
      permission: "dialogflow.agents.get",
      path: `v2/${projectPath}/agent`,
    },
    in: "project",
  },
  {
    type: "dialogflow.googleapis.com/CxAgent",
    list: {
      service: dialogflow,
      permission: "dialogflow.agents.list",
      path: `v3/${projectPath}/locations/{location}/agents`,
    },
    items: "agents",
    page: ["pageSize", 100],
    in: "location",
  },
];

const nodes: Table = {
  type: "tpu.googleapis.com/Node",
  list: {
    service: "tpu.googleapis.com",
    permission: "tpu.nodes.list",
    path: `v2/${projectPath}/locations/-/nodes`,
  },
  items: "nodes",
  page: ["pageSize", 1000],
  in: "project",
};

/** Tables of everything but Vertex AI itself. */
export const aroundTables: readonly Table[] = [
  workbench,
  buckets,
  repositories,
  keyRings,
  serviceAccounts,
  apiKeys,
  subnetworks,
  sinks,
  processors,
  ...agents,
  nodes,
];
