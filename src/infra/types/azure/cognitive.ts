import { defineType, flag, list, text, value } from "../../type.ts";

/**
 * `Microsoft.CognitiveServices/accounts`: Azure OpenAI (`OpenAI`), AI Foundry and AI Services (`AIServices`),
 * and the services for speech, vision, language.
 * https://learn.microsoft.com/azure/templates/microsoft.cognitiveservices/accounts
 */
export const cognitiveAccount = defineType({
  label: "Azure AI services account",
  names: {
    terraform: ["azurerm_cognitive_account", "azurerm_ai_services"],
    azure: "Microsoft.CognitiveServices/accounts",
  },
  identifiedBy: ["name"],
  facts: {
    name: text("name"),
    /** `azurerm_ai_services` has none: it is `AIServices`. */
    kind: text("kind"),
    publicNetwork: flag("properties.publicNetworkAccess", {
      terraform: ["public_network_access_enabled", "public_network_access"],
      absent: true,
    }),
    defaultAction: text("properties.networkAcls.defaultAction", {
      terraform: "network_acls.default_action",
      absent: "Allow",
    }),
    ipRules: list("properties.networkAcls.ipRules", { terraform: "network_acls.ip_rules" }),
    /** What may be asked with a key: on where nothing is said, in either way of saying it. */
    localAuth: flag("local_auth_enabled", {
      terraform: ["local_auth_enabled", "local_authentication_enabled"],
      azure: false,
    }),
    noLocalAuth: flag("properties.disableLocalAuth", { terraform: false }),
    identity: text("identity.type"),
    outboundRestricted: flag("properties.restrictOutboundNetworkAccess", {
      terraform: ["outbound_network_access_restricted", "outbound_network_access_restrited"],
      absent: false,
    }),
    allowedFqdns: list("properties.allowedFqdnList", { terraform: "fqdns" }),
    customerKey: value("properties.encryption.keyVaultProperties", {
      terraform: [
        "customer_managed_key.key_vault_key_id",
        "customer_managed_key.managed_hsm_key_id",
        "azurerm_cognitive_account_customer_managed_key.cognitive_account_id > key_vault_key_id",
      ],
    }),
    privateEndpoints: list("properties.privateEndpointConnections", { terraform: false }),
    diagnostics: list("diagnosticSettings", { terraform: false }),
    raiPolicies: value("raiPolicies", { terraform: false }),
  },
});

/** `Microsoft.CognitiveServices/accounts/deployments`: a model that can be asked. */
export const cognitiveDeployment = defineType({
  label: "Azure AI model deployment",
  names: {
    terraform: "azurerm_cognitive_deployment",
    azure: "Microsoft.CognitiveServices/accounts/deployments",
  },
  facts: {
    name: text("name"),
    account: value("account", { terraform: "cognitive_account_id", azure: false }),
    model: text("properties.model.name", { terraform: "model.name" }),
    format: text("properties.model.format", { terraform: "model.format" }),
    version: text("properties.model.version", { terraform: "model.version" }),
    raiPolicy: text("properties.raiPolicyName", { terraform: "rai_policy_name" }),
    upgrade: text("properties.versionUpgradeOption", { terraform: "version_upgrade_option" }),
    sku: text("sku.name", { terraform: ["sku.name", "scale.type"] }),
  },
});

/** `Microsoft.CognitiveServices/accounts/raiPolicies`: what is filtered from prompts and completions. */
export const raiPolicy = defineType({
  label: "content filter",
  names: {
    terraform: "azurerm_cognitive_account_rai_policy",
    azure: "Microsoft.CognitiveServices/accounts/raiPolicies",
  },
  identifiedBy: ["name"],
  facts: {
    name: text("name"),
    account: value("account", { terraform: "cognitive_account_id", azure: false }),
    /** `SystemManaged` for those of the service, which nobody can change. */
    origin: text("properties.type", { terraform: false }),
    base: text("properties.basePolicyName", { terraform: "base_policy_name" }),
    mode: text("properties.mode", { terraform: "mode" }),
    filters: list("properties.contentFilters", { terraform: "content_filter" }),
  },
});

/** Connections of workspaces, accounts and their projects to other services. */
export const aiConnection = defineType({
  label: "connection of an AI project",
  names: {
    azure: [
      "Microsoft.CognitiveServices/accounts/connections",
      "Microsoft.CognitiveServices/accounts/projects/connections",
      "Microsoft.MachineLearningServices/workspaces/connections",
    ],
    // Those with a key; those without have types of their own.
    terraform: [
      "azurerm_cognitive_account_connection_api_key",
      "azurerm_cognitive_account_connection_custom_keys",
      "azurerm_cognitive_account_project_connection_api_key",
      "azurerm_cognitive_account_project_connection_custom_keys",
    ],
  },
  facts: {
    authType: text("properties.authType", { terraform: false }),
    category: text("properties.category", { terraform: "category" }),
  },
});
