import { defineType, flag, list, number, text } from "../../type.ts";

/**
 * `Microsoft.Search/searchServices`: what answers are grounded in.
 * https://learn.microsoft.com/azure/templates/microsoft.search/searchservices
 */
export const searchService = defineType({
  label: "Azure AI Search service",
  names: {
    terraform: "azurerm_search_service",
    azure: "Microsoft.Search/searchServices",
  },
  identifiedBy: ["name"],
  facts: {
    name: text("name"),
    sku: text("sku.name", { terraform: "sku" }),
    publicNetwork: flag("properties.publicNetworkAccess", {
      terraform: "public_network_access_enabled",
      absent: true,
    }),
    ipRules: list("properties.networkRuleSet.ipRules", { terraform: "allowed_ips" }),
    localAuth: flag("local_authentication_enabled", { azure: false }),
    noLocalAuth: flag("properties.disableLocalAuth", { terraform: false }),
    identity: text("identity.type"),
    replicas: number("properties.replicaCount", { terraform: "replica_count", absent: 1 }),
    /** `Enabled`, `Disabled`, `Unspecified`. */
    keyEnforcement: text("properties.encryptionWithCmk.enforcement", {
      terraform: "customer_managed_key_enforcement_enabled",
      absent: "Unspecified",
    }),
    semantic: text("properties.semanticSearch", {
      terraform: "semantic_search_sku",
      absent: "disabled",
    }),
    privateEndpoints: list("properties.privateEndpointConnections", { terraform: false }),
    diagnostics: list("diagnosticSettings", { terraform: false }),
  },
});
