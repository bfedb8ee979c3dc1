// A subscription with one of everything, weak or mended, in the shapes that the reference of each service
// documents for its lists. https://learn.microsoft.com/rest/api/azure/
import type { JsonObject } from "../../live/json.ts";

type Arm = JsonObject & { readonly id: string; readonly type: string };

export const subscriptionId = "00000000-0000-0000-0000-000000000001";
const scope = `/subscriptions/${subscriptionId}`;
const group = `${scope}/resourceGroups/ml/providers`;

function arm(type: string, names: string, more: JsonObject): Arm {
  const [provider = "", ...kinds] = type.split("/");
  const own = names.split("/");
  const path = kinds.map((kind, index) => `${kind}/${own[index] ?? ""}`).join("/");
  return { id: `${group}/${provider}/${path}`, name: own.at(-1) ?? "", type, ...more };
}

const here = { location: "westeurope" };
const harms = ["Hate", "Sexual", "Violence", "Selfharm"];

function filters(isOn: boolean, severityThreshold: string): JsonObject[] {
  return ["Prompt", "Completion"].flatMap((source) =>
    harms.map((name) => ({ name, enabled: isOn, blocking: isOn, severityThreshold, source })),
  );
}

function shield(name: string, isOn: boolean): JsonObject {
  return { name, enabled: isOn, blocking: isOn, source: "Prompt" };
}

const approved = [
  {
    id: "pec",
    properties: {
      privateEndpoint: { id: `${group}/Microsoft.Network/privateEndpoints/pe` },
      privateLinkServiceConnectionState: { status: "Approved", description: "ok" },
    },
  },
];

function setting(of: Arm): Arm {
  return {
    id: `${of.id}/providers/Microsoft.Insights/diagnosticSettings/all`,
    type: "Microsoft.Insights/diagnosticSettings",
    name: "all",
    properties: {
      workspaceId: "w",
      logs: [{ category: null, categoryGroup: "allLogs", enabled: true }],
      metrics: [],
    },
  };
}

const ml = "Microsoft.MachineLearningServices/workspaces";
const cognitive = "Microsoft.CognitiveServices/accounts";

/** Everything that is wrong with the services for AI, or nothing. */
function services(isWell: boolean): readonly Arm[] {
  const open = isWell ? "Disabled" : "Enabled";
  const account = arm(cognitive, "lab", {
    ...here,
    kind: "AIServices",
    sku: { name: "S0" },
    identity: isWell ? { type: "SystemAssigned", principalId: "p", tenantId: "t" } : null,
    properties: {
      endpoint: "https://lab.cognitiveservices.azure.com/",
      provisioningState: "Succeeded",
      publicNetworkAccess: open,
      networkAcls: {
        defaultAction: isWell ? "Deny" : "Allow",
        ipRules: [],
        virtualNetworkRules: [],
      },
      disableLocalAuth: isWell,
      restrictOutboundNetworkAccess: isWell,
      allowedFqdnList: [],
      allowProjectManagement: true,
      ...(isWell && {
        encryption: {
          keySource: "Microsoft.KeyVault",
          keyVaultProperties: { keyName: "k", keyVersion: "1", keyVaultUri: "https://v" },
        },
      }),
      privateEndpointConnections: isWell ? approved : [],
    },
  });
  const search = arm("Microsoft.Search/searchServices", "find", {
    location: "West Europe",
    sku: { name: "standard" },
    ...(isWell && { identity: { type: "SystemAssigned", principalId: "p" } }),
    properties: {
      replicaCount: isWell ? 3 : 1,
      publicNetworkAccess: open,
      networkRuleSet: { ipRules: isWell ? [] : [{ value: "0.0.0.0/0" }], bypass: "None" },
      disableLocalAuth: isWell,
      encryptionWithCmk: { enforcement: isWell ? "Enabled" : "Unspecified" },
      semanticSearch: isWell ? "disabled" : "free",
      privateEndpointConnections: isWell ? approved : [],
    },
  });
  return [
    account,
    arm(`${cognitive}/deployments`, "lab/gpt", {
      sku: { name: "GlobalStandard", capacity: 10 },
      properties: {
        model: { format: "OpenAI", name: "gpt-4o", version: "2024-11-20" },
        raiPolicyName: isWell ? "own" : "Microsoft.Nil",
        versionUpgradeOption: "OnceNewDefaultVersionAvailable",
      },
    }),
    arm(`${cognitive}/raiPolicies`, "lab/Microsoft.Default", {
      properties: {
        type: "SystemManaged",
        mode: "Default",
        contentFilters: filters(true, "Medium"),
      },
    }),
    arm(`${cognitive}/raiPolicies`, "lab/own", {
      properties: {
        type: "UserManaged",
        mode: isWell ? "Blocking" : "Asynchronous_filter",
        basePolicyName: "Microsoft.DefaultV2",
        contentFilters: [
          ...filters(isWell, isWell ? "Medium" : "High"),
          shield("Jailbreak", isWell),
          shield("Indirect Attack", isWell),
        ],
      },
    }),
    connection(`${cognitive}/connections`, "lab/search", isWell),
    arm(`${cognitive}/projects`, "lab/agents", { ...here, properties: { displayName: "agents" } }),
    connection(`${cognitive}/projects/connections`, "lab/agents/bing", isWell),
    search,
    ...(isWell ? [setting(account), setting(search)] : []),
  ];
}

function connection(type: string, names: string, isWell: boolean): Arm {
  return arm(type, names, {
    properties: {
      authType: isWell ? "AAD" : "ApiKey",
      category: "CognitiveSearch",
      target: "https://find.search.windows.net",
      isSharedToAll: true,
    },
  });
}

/** Everything that is wrong with a workspace, or nothing. */
function workspace(isWell: boolean): readonly Arm[] {
  const open = isWell ? "Disabled" : "Enabled";
  const storageAccount = `${group}/Microsoft.Storage/storageAccounts/lake`;
  const own = arm(ml, "train", {
    ...here,
    kind: "Default",
    identity: { type: "SystemAssigned", principalId: "p" },
    properties: {
      publicNetworkAccess: open,
      hbiWorkspace: isWell,
      // Resource Manager is not careful about upper and lower case in ids.
      storageAccount: storageAccount.replace("resourceGroups", "resourcegroups"),
      keyVault: `${group}/Microsoft.KeyVault/vaults/vault`,
      containerRegistry: `${group}/Microsoft.ContainerRegistry/registries/images`,
      managedNetwork: { isolationMode: isWell ? "AllowOnlyApprovedOutbound" : "Disabled" },
      systemDatastoresAuthMode: isWell ? "identity" : "accessKey",
      ...(isWell && {
        encryption: {
          status: "Enabled",
          keyVaultProperties: { keyIdentifier: "https://v/keys/k/1" },
        },
      }),
      privateEndpointConnections: isWell ? approved : [],
    },
  });
  return [
    own,
    ...(isWell
      ? [setting(own)]
      : [
          arm(ml, "secret", {
            ...here,
            kind: "Default",
            properties: { hbiWorkspace: true, storageAccount },
          }),
        ]),
    arm(`${ml}/computes`, "train/ci", {
      ...here,
      properties: {
        computeType: "ComputeInstance",
        disableLocalAuth: isWell,
        properties: {
          vmSize: "STANDARD_DS3_V2",
          enableNodePublicIp: !isWell,
          enableRootAccess: !isWell,
          applicationSharingPolicy: isWell ? "Personal" : "Shared",
          sshSettings: { sshPublicAccess: open },
          ...(isWell && { idleTimeBeforeShutdown: "PT30M", subnet: { id: "subnet" } }),
        },
      },
    }),
    arm(`${ml}/computes`, "train/gpu", {
      ...here,
      properties: {
        computeType: "AmlCompute",
        disableLocalAuth: isWell,
        properties: {
          enableNodePublicIp: !isWell,
          remoteLoginPortPublicAccess: open,
          scaleSettings: { minNodeCount: isWell ? 0 : 1, maxNodeCount: 4 },
          ...(isWell && { subnet: { id: "subnet" } }),
        },
      },
    }),
    arm(`${ml}/onlineEndpoints`, "train/score", {
      ...here,
      properties: { authMode: isWell ? "AADToken" : "Key", publicNetworkAccess: open },
    }),
    arm(`${ml}/onlineEndpoints/deployments`, "train/score/blue", {
      ...here,
      properties: {
        endpointComputeType: "Managed",
        egressPublicNetworkAccess: open,
        model: "m:1",
        environmentVariables: {
          WORKERS: "2",
          ...(!isWell && { DB_PASSWORD: "Harvest-Moon-77-riverbank" }),
        },
      },
    }),
    arm(`${ml}/batchEndpoints`, "train/nightly", { ...here, properties: { authMode: "AADToken" } }),
    arm(`${ml}/serverlessEndpoints`, "train/llama", {
      ...here,
      properties: {
        authMode: isWell ? "AAD" : "Key",
        contentSafety: { contentSafetyStatus: isWell ? "Enabled" : "Disabled" },
      },
    }),
    arm(`${ml}/datastores`, "train/raw", {
      properties: {
        datastoreType: "AzureBlob",
        credentials: { credentialsType: isWell ? "None" : "AccountKey" },
      },
    }),
    connection(`${ml}/connections`, "train/openai", isWell),
    arm(`${ml}/outboundRules`, "train/pypi", {
      properties: { type: "FQDN", destination: isWell ? "pypi.org" : "*", status: "Active" },
    }),
    arm("Microsoft.MachineLearningServices/registries", "models", {
      ...here,
      properties: { publicNetworkAccess: open },
    }),
  ];
}

/** Everything that is wrong around them, or nothing. */
function around(isWell: boolean): readonly Arm[] {
  const open = isWell ? "Disabled" : "Enabled";
  const lake = arm("Microsoft.Storage/storageAccounts", "lake", {
    ...here,
    kind: "StorageV2",
    properties: {
      publicNetworkAccess: open,
      networkAcls: { defaultAction: isWell ? "Deny" : "Allow", bypass: "AzureServices" },
      allowBlobPublicAccess: !isWell,
      allowSharedKeyAccess: !isWell,
      minimumTlsVersion: isWell ? "TLS1_2" : "TLS1_0",
      supportsHttpsTrafficOnly: isWell,
    },
  });
  const api = arm("Microsoft.ApiManagement/service/apis", "gate/openai", {
    properties: {
      displayName: "Azure OpenAI",
      path: "openai",
      serviceUrl: "https://lab.openai.azure.com/openai",
      subscriptionRequired: isWell,
    },
  });
  const limit = isWell ? '<llm-token-limit tokens-per-minute="5000" />' : "";
  const role = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
  return [
    lake,
    {
      id: `${lake.id}/blobServices/default`,
      type: "Microsoft.Storage/storageAccounts/blobServices",
      name: "default",
      properties: {
        isVersioningEnabled: isWell,
        deleteRetentionPolicy: isWell ? { enabled: true, days: 7 } : { enabled: false },
      },
    },
    {
      id: `${lake.id}/blobServices/default/containers/raw`,
      type: "Microsoft.Storage/storageAccounts/blobServices/containers",
      name: "raw",
      properties: {
        publicAccess: isWell ? "None" : "Container",
        hasImmutabilityPolicy: isWell,
        hasLegalHold: false,
      },
    },
    arm("Microsoft.KeyVault/vaults", "vault", {
      ...here,
      properties: {
        publicNetworkAccess: open,
        networkAcls: {
          defaultAction: isWell ? "Deny" : "Allow",
          ipRules: [],
          virtualNetworkRules: [],
        },
        ...(isWell && { enablePurgeProtection: true }),
      },
    }),
    arm("Microsoft.ContainerRegistry/registries", "images", {
      ...here,
      sku: { name: "Premium" },
      properties: {
        adminUserEnabled: !isWell,
        anonymousPullEnabled: !isWell,
        publicNetworkAccess: open,
      },
    }),
    arm("Microsoft.Databricks/workspaces", "bricks", {
      ...here,
      sku: { name: "premium" },
      properties: {
        publicNetworkAccess: open,
        parameters: {
          enableNoPublicIp: { type: "Bool", value: isWell },
          ...(isWell && {
            prepareEncryption: { type: "Bool", value: true },
            encryption: {
              type: "Object",
              value: { keySource: "Microsoft.Keyvault", KeyName: "k" },
            },
          }),
        },
      },
    }),
    arm("Microsoft.Network/privateEndpoints", "pe", {
      ...here,
      properties: {
        privateLinkServiceConnections: [{ properties: { privateLinkServiceId: lake.id } }],
      },
    }),
    {
      id: `${scope}/providers/Microsoft.Authorization/roleAssignments/a1`,
      type: "Microsoft.Authorization/roleAssignments",
      name: "a1",
      properties: {
        scope: isWell ? `${scope}/resourceGroups/ml` : scope,
        roleDefinitionId: `${scope}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
        principalId: "p",
        principalType: isWell ? "Group" : "ForeignGroup",
      },
    },
    {
      id: `${scope}/providers/Microsoft.Authorization/roleDefinitions/d1`,
      type: "Microsoft.Authorization/roleDefinitions",
      name: "d1",
      properties: {
        roleName: "Operator",
        type: "CustomRole",
        permissions: [{ actions: [isWell ? "*/read" : "*"], notActions: [] }],
      },
    },
    ...["AI", "VirtualMachines"].map((name) => ({
      id: `${scope}/providers/Microsoft.Security/pricings/${name}`,
      type: "Microsoft.Security/pricings",
      name,
      properties: { pricingTier: isWell ? "Standard" : "Free", freeTrialRemainingTime: "P30D" },
    })),
    arm("Microsoft.ApiManagement/service", "gate", { ...here, properties: {} }),
    api,
    arm("Microsoft.ApiManagement/service/apis", "gate/orders", { properties: { path: "orders" } }),
    {
      id: `${api.id}/policies/policy`,
      type: "Microsoft.ApiManagement/service/apis/policies",
      name: "policy",
      properties: {
        format: "xml",
        value: `<policies><inbound>${limit}<base /></inbound></policies>`,
      },
    },
  ];
}

/** A subscription in which every check has something to say: all of it wrong, or all of it well. */
export function estate(state: "weak" | "mended"): readonly Arm[] {
  const isWell = state === "mended";
  return [...services(isWell), ...workspace(isWell), ...around(isWell)];
}
