import { defineType, flag, list, number, text, value } from "../../type.ts";

/**
 * `Microsoft.MachineLearningServices/workspaces`: workspaces, hubs and projects of AI Foundry, feature stores.
 * https://learn.microsoft.com/azure/templates/microsoft.machinelearningservices/workspaces
 */
export const mlWorkspace = defineType({
  label: "Azure Machine Learning workspace",
  names: {
    terraform: ["azurerm_machine_learning_workspace", "azurerm_ai_foundry"],
    azure: "Microsoft.MachineLearningServices/workspaces",
  },
  identifiedBy: ["name"],
  facts: {
    name: text("name"),
    /** `Default`, `Hub`, `Project`, `FeatureStore`. */
    kind: text("kind"),
    publicNetwork: flag("properties.publicNetworkAccess", {
      terraform: [
        "public_network_access_enabled",
        "public_network_access",
        "public_access_behind_virtual_network_enabled",
      ],
      absent: true,
    }),
    isolation: text("properties.managedNetwork.isolationMode", {
      terraform: "managed_network.isolation_mode",
      absent: "Disabled",
    }),
    highImpact: flag("properties.hbiWorkspace", {
      terraform: ["high_business_impact", "high_business_impact_enabled"],
      absent: false,
    }),
    customerKey: value("properties.encryption.keyVaultProperties.keyIdentifier", {
      terraform: "encryption.key_id",
    }),
    identity: text("identity.type"),
    storage: value("properties.storageAccount", { terraform: "storage_account_id" }),
    keyVault: value("properties.keyVault", { terraform: "key_vault_id" }),
    registry: value("properties.containerRegistry", { terraform: "container_registry_id" }),
    /** How the workspace's own datastores reach the storage: `accessKey`, `identity`. */
    datastoreAuth: text("properties.systemDatastoresAuthMode", { terraform: false }),
    privateEndpoints: list("properties.privateEndpointConnections", { terraform: false }),
    diagnostics: list("diagnosticSettings", { terraform: false }),
  },
});

/** `…/workspaces/computes`: where training runs and notebooks are written. */
export const mlCompute = defineType({
  label: "Azure Machine Learning compute",
  names: {
    terraform: [
      "azurerm_machine_learning_compute_instance",
      "azurerm_machine_learning_compute_cluster",
    ],
    azure: "Microsoft.MachineLearningServices/workspaces/computes",
  },
  facts: {
    name: text("name"),
    /** `ComputeInstance`, `AmlCompute`, `Kubernetes`, `AKS`, `Databricks` … */
    computeType: text("properties.computeType", { terraform: false }),
    localAuth: flag("local_auth_enabled", { azure: false }),
    noLocalAuth: flag("properties.disableLocalAuth", { terraform: false }),
    publicIp: flag("properties.properties.enableNodePublicIp", {
      terraform: "node_public_ip_enabled",
      absent: true,
    }),
    subnet: value("properties.properties.subnet.id", { terraform: "subnet_resource_id" }),
    /** Instances: `Enabled` or `Disabled`; clusters: `remoteLoginPortPublicAccess`. */
    publicSsh: text("properties.properties.sshSettings.sshPublicAccess", {
      azure: [
        "properties.properties.sshSettings.sshPublicAccess",
        "properties.properties.remoteLoginPortPublicAccess",
      ],
      terraform: "ssh_public_access_enabled",
    }),
    sshKey: value("ssh.public_key", { terraform: "ssh.public_key", azure: false }),
    adminPassword: value("ssh.admin_password", { terraform: "ssh.admin_password", azure: false }),
    rootAccess: flag("properties.properties.enableRootAccess", { terraform: false, absent: true }),
    idleShutdown: text("properties.properties.idleTimeBeforeShutdown", { terraform: false }),
    sharing: text("properties.properties.applicationSharingPolicy", {
      terraform: false,
      absent: "Shared",
    }),
    minNodes: number("properties.properties.scaleSettings.minNodeCount", {
      terraform: "scale_settings.min_node_count",
    }),
    identity: text("identity.type"),
    workspace: value("workspace", { terraform: "machine_learning_workspace_id", azure: false }),
  },
});

/** `…/workspaces/onlineEndpoints`: where models are asked. Terraform has it by `azapi_resource` alone. */
export const mlOnlineEndpoint = defineType({
  label: "Azure Machine Learning online endpoint",
  names: { azure: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints" },
  facts: {
    authMode: text("properties.authMode"),
    publicNetwork: flag("properties.publicNetworkAccess", { absent: true }),
  },
});

/** `…/onlineEndpoints/deployments`: what runs behind an endpoint. */
export const mlOnlineDeployment = defineType({
  label: "Azure Machine Learning online deployment",
  names: { azure: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments" },
  facts: {
    egress: flag("properties.egressPublicNetworkAccess", { absent: true }),
    model: text("properties.model"),
    environment: value("properties.environmentVariables"),
  },
});

/** `…/workspaces/serverlessEndpoints`: models of the catalogue that are paid by the token. */
export const mlServerlessEndpoint = defineType({
  label: "serverless model endpoint",
  names: { azure: "Microsoft.MachineLearningServices/workspaces/serverlessEndpoints" },
  facts: {
    authMode: text("properties.authMode"),
    contentSafety: text("properties.contentSafety.contentSafetyStatus"),
  },
});

/** `…/workspaces/datastores`: where a workspace finds its data, and with what it is let in. */
export const mlDatastore = defineType({
  label: "Azure Machine Learning datastore",
  names: {
    terraform: [
      "azurerm_machine_learning_datastore_blobstorage",
      "azurerm_machine_learning_datastore_datalake_gen2",
      "azurerm_machine_learning_datastore_fileshare",
    ],
    azure: "Microsoft.MachineLearningServices/workspaces/datastores",
  },
  facts: {
    name: text("name"),
    /** `AccountKey`, `Sas`, `ServicePrincipal`, `Certificate`, `None` (the identity of who asks). */
    credentials: text("properties.credentials.credentialsType", { terraform: false }),
    secret: value("secret", {
      terraform: ["account_key", "shared_access_signature", "client_secret"],
      azure: false,
    }),
  },
});

/** `…/workspaces/outboundRules`: where a managed network lets its computes go. */
export const mlOutboundRule = defineType({
  label: "outbound rule of a managed network",
  names: {
    terraform: [
      "azurerm_machine_learning_workspace_network_outbound_rule_fqdn",
      "azurerm_machine_learning_workspace_network_outbound_rule_service_tag",
      "azurerm_machine_learning_workspace_network_outbound_rule_private_endpoint",
    ],
    azure: "Microsoft.MachineLearningServices/workspaces/outboundRules",
  },
  facts: {
    /** `FQDN`, `ServiceTag`, `PrivateEndpoint`; Terraform has a type for each. */
    ruleType: text("properties.type", { terraform: false }),
    fqdn: text("properties.destination", { terraform: "destination_fqdn" }),
    serviceTag: text("properties.destination.serviceTag", { terraform: "service_tag" }),
    workspace: value("workspace", { terraform: "workspace_id", azure: false }),
  },
});

/** `Microsoft.MachineLearningServices/registries`: models and environments shared by workspaces. */
export const mlRegistry = defineType({
  label: "Azure Machine Learning registry",
  names: { azure: "Microsoft.MachineLearningServices/registries" },
  facts: { publicNetwork: flag("properties.publicNetworkAccess", { absent: true }) },
});
