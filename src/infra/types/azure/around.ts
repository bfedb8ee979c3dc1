import { defineType, flag, list, number, text, value } from "../../type.ts";

/** `Microsoft.Storage/storageAccounts`. https://learn.microsoft.com/azure/templates/microsoft.storage/storageaccounts */
export const storageAccount = defineType({
  label: "Azure storage account",
  names: {
    terraform: "azurerm_storage_account",
    azure: "Microsoft.Storage/storageAccounts",
  },
  identifiedBy: ["name"],
  facts: {
    name: text("name"),
    /** `SecuredByPerimeter` is neither on nor off: a perimeter decides. */
    publicNetwork: flag("properties.publicNetworkAccess", {
      terraform: "public_network_access_enabled",
      absent: true,
    }),
    defaultAction: text("properties.networkAcls.defaultAction", {
      terraform: [
        "network_rules.default_action",
        "azurerm_storage_account_network_rules.storage_account_id > default_action",
      ],
    }),
    /** The provider's default is on, the service's is off since November 2023. */
    publicBlobs: flag("properties.allowBlobPublicAccess", {
      terraform: ["allow_nested_items_to_be_public", "allow_blob_public_access"],
    }),
    sharedKey: flag("properties.allowSharedKeyAccess", {
      terraform: "shared_access_key_enabled",
      absent: true,
    }),
    /** The service's default, which the provider's is not any more. */
    minTls: text("properties.minimumTlsVersion", { terraform: "min_tls_version" }),
    httpsOnly: flag("properties.supportsHttpsTrafficOnly", {
      terraform: ["https_traffic_only_enabled", "enable_https_traffic_only"],
      absent: true,
    }),
    versioning: flag("blobService.properties.isVersioningEnabled", {
      terraform: "blob_properties.versioning_enabled",
      absent: false,
    }),
    softDeleteDays: number("blobService.properties.deleteRetentionPolicy.days", {
      terraform: "blob_properties.delete_retention_policy.days",
    }),
    softDelete: flag("blobService.properties.deleteRetentionPolicy.enabled", { terraform: false }),
    softDeleteBlock: list("delete_retention_policy", {
      terraform: "blob_properties.delete_retention_policy",
      azure: false,
    }),
    immutable: flag("properties.immutableStorageWithVersioning.enabled", { terraform: false }),
    immutability: value("immutability_policy", { azure: false }),
    kind: text("kind", { terraform: "account_kind" }),
    isHierarchical: flag("properties.isHnsEnabled", { terraform: "is_hns_enabled", absent: false }),
  },
});

/** A container for blobs. */
export const blobContainer = defineType({
  label: "blob container",
  names: {
    terraform: "azurerm_storage_container",
    azure: "Microsoft.Storage/storageAccounts/blobServices/containers",
  },
  facts: {
    name: text("name"),
    /** A policy of days, or a hold, after which alone blobs may be changed. */
    isImmutable: flag("properties.hasImmutabilityPolicy", { terraform: false }),
    hasHold: flag("properties.hasLegalHold", { terraform: false }),
    versionsImmutable: flag("properties.immutableStorageWithVersioning.enabled", {
      terraform: false,
    }),
    immutableDays: value("immutability_period_in_days", {
      terraform:
        "azurerm_storage_container_immutability_policy.storage_container_resource_manager_id > immutability_period_in_days",
      azure: false,
    }),
    access: text("properties.publicAccess", {
      terraform: "container_access_type",
      absent: "None",
    }),
    account: value("account", {
      terraform: ["storage_account_id", "storage_account_name"],
      azure: false,
    }),
  },
});

/** `Microsoft.KeyVault/vaults`. */
export const keyVault = defineType({
  label: "Azure key vault",
  names: { terraform: "azurerm_key_vault", azure: "Microsoft.KeyVault/vaults" },
  identifiedBy: ["name"],
  facts: {
    name: text("name"),
    publicNetwork: flag("properties.publicNetworkAccess", {
      terraform: "public_network_access_enabled",
      absent: true,
    }),
    defaultAction: text("properties.networkAcls.defaultAction", {
      terraform: "network_acls.default_action",
    }),
    ipRules: list("properties.networkAcls.ipRules", { terraform: "network_acls.ip_rules" }),
    subnets: list("properties.networkAcls.virtualNetworkRules", {
      terraform: "network_acls.virtual_network_subnet_ids",
    }),
    purgeProtection: flag("properties.enablePurgeProtection", {
      terraform: "purge_protection_enabled",
      absent: false,
    }),
    softDelete: flag("properties.enableSoftDelete", {
      terraform: "soft_delete_enabled",
      absent: true,
    }),
  },
});

/** `Microsoft.ContainerRegistry/registries`. */
export const containerRegistry = defineType({
  label: "Azure container registry",
  names: {
    terraform: "azurerm_container_registry",
    azure: "Microsoft.ContainerRegistry/registries",
  },
  identifiedBy: ["name"],
  facts: {
    name: text("name"),
    sku: text("sku.name", { terraform: "sku" }),
    adminUser: flag("properties.adminUserEnabled", { terraform: "admin_enabled", absent: false }),
    anonymousPull: flag("properties.anonymousPullEnabled", {
      terraform: "anonymous_pull_enabled",
      absent: false,
    }),
    publicNetwork: flag("properties.publicNetworkAccess", {
      terraform: "public_network_access_enabled",
      absent: true,
    }),
  },
});

/** `Microsoft.Databricks/workspaces`. */
export const databricksWorkspace = defineType({
  label: "Azure Databricks workspace",
  names: {
    terraform: "azurerm_databricks_workspace",
    azure: "Microsoft.Databricks/workspaces",
  },
  identifiedBy: ["name"],
  facts: {
    name: text("name"),
    sku: text("sku.name", { terraform: "sku" }),
    publicNetwork: flag("properties.publicNetworkAccess", {
      terraform: "public_network_access_enabled",
      absent: true,
    }),
    noPublicIp: flag("properties.parameters.enableNoPublicIp.value", {
      terraform: "custom_parameters.no_public_ip",
    }),
    keysEnabled: flag("properties.parameters.prepareEncryption.value", {
      terraform: "customer_managed_key_enabled",
      absent: false,
    }),
    rootKey: value("properties.parameters.encryption.value.KeyName", {
      terraform:
        "azurerm_databricks_workspace_root_dbfs_customer_managed_key.workspace_id > key_vault_key_id",
    }),
  },
});

/** `Microsoft.Authorization/roleAssignments`: who has which role where. */
export const roleAssignment = defineType({
  label: "role assignment",
  names: {
    terraform: "azurerm_role_assignment",
    azure: "Microsoft.Authorization/roleAssignments",
  },
  facts: {
    scope: value("properties.scope", { terraform: "scope" }),
    roleId: text("properties.roleDefinitionId", { terraform: "role_definition_id" }),
    roleName: text("role_definition_name", { azure: false }),
    /** `User`, `Group`, `ServicePrincipal`, `ForeignGroup`. */
    principalType: text("properties.principalType", { terraform: "principal_type" }),
    principal: value("properties.principalId", { terraform: "principal_id" }),
    condition: text("properties.condition", { terraform: "condition" }),
  },
});

/** `Microsoft.Authorization/roleDefinitions` of one's own. */
export const roleDefinition = defineType({
  label: "custom role",
  names: {
    terraform: "azurerm_role_definition",
    azure: "Microsoft.Authorization/roleDefinitions",
  },
  facts: {
    name: text("properties.roleName", { terraform: "name" }),
    permissions: list("properties.permissions", { terraform: "permissions" }),
  },
});

/** `Microsoft.Network/privateEndpoints`: a service's address within a network. */
export const privateEndpoint = defineType({
  label: "private endpoint",
  names: {
    terraform: "azurerm_private_endpoint",
    azure: "Microsoft.Network/privateEndpoints",
  },
  facts: {
    target: value("properties.privateLinkServiceConnections.privateLinkServiceId", {
      terraform: "private_service_connection.private_connection_resource_id",
      azure: "properties.privateLinkServiceConnections.properties.privateLinkServiceId",
    }),
  },
});

/** What is logged of a resource. Live it is joined to the resource itself. */
export const diagnosticSetting = defineType({
  label: "diagnostic setting",
  names: { terraform: "azurerm_monitor_diagnostic_setting" },
  facts: {
    target: value("target_resource_id"),
    logs: list("enabled_log", { terraform: ["enabled_log", "log"] }),
  },
});

/** `Microsoft.Security/pricings`: a plan of Defender for Cloud; live, that for AI alone is read. */
export const defenderPlan = defineType({
  label: "Defender plan",
  names: {
    terraform: "azurerm_security_center_subscription_pricing",
    azure: "Microsoft.Security/pricings",
  },
  facts: {
    plan: text("name", { terraform: "resource_type" }),
    tier: text("properties.pricingTier", { terraform: "tier" }),
  },
});

/** An interface of API Management; live, only those that may lead to models are read. */
export const gatewayApi = defineType({
  label: "API Management interface",
  names: {
    terraform: "azurerm_api_management_api",
    azure: "Microsoft.ApiManagement/service/apis",
  },
  facts: {
    name: text("name"),
    displayName: text("properties.displayName", { terraform: "display_name" }),
    path: text("properties.path", { terraform: "path" }),
    serviceUrl: text("properties.serviceUrl", { terraform: "service_url" }),
    needsSubscription: flag("properties.subscriptionRequired", {
      terraform: "subscription_required",
      absent: true,
    }),
    policy: text("policy.properties.value", {
      terraform: "azurerm_api_management_api_policy.api_name > xml_content",
    }),
    policyLink: value("policy_link", {
      terraform: "azurerm_api_management_api_policy.api_name > xml_link",
      azure: false,
    }),
  },
});

const models =
  /openai|cognitiveservices|services\.ai\.azure|inference\.ml|models\.ai|\b(?:llms?|gpt|ai|anthropic|claude|bedrock|mistral|llama)\b/i;

/** Tells by the address behind an interface, its path or its name whether it leads to a model. */
export function leadsToModel(words: readonly (string | undefined)[]): boolean {
  return words.some((word) => word !== undefined && models.test(word));
}
