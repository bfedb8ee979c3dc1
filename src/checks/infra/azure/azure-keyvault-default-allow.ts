import { any, must, mustBe } from "../../../infra/answer.ts";
import { keyVault } from "../../../infra/types/azure/around.ts";
import { defineInfraCheck } from "../define.ts";

export const azureKeyvaultDefaultAllow = defineInfraCheck({
  meta: {
    id: "azure-keyvault-default-allow",
    code: "PV-AZ-071",
    title: "The firewall of a key vault lets every address in",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_109"],
    controls: ["CWE-284", "CWE-1188"],
    why: "A stolen token reads secrets from anywhere.",
    mend: "Deny by default and name the networks that may come in.",
    mends: {
      terraform: 'network_acls {\n  default_action = "Deny"\n  bypass         = "AzureServices"\n}',
      az: "az keyvault update --name {name} --default-action Deny",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_key_vault" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  tenant_id = "t"\n  sku_name = "standard"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_key_vault" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  tenant_id = "t"\n  sku_name = "standard"\n  network_acls {\n    default_action = "Deny"\n    bypass = "AzureServices"\n  }\n}\n',
        },
      ],
    },
  },
  on: keyVault,
  judge: ({ facts: { publicNetwork, defaultAction }, resource }) => {
    const own = must(defaultAction, (action) => action.toLowerCase() === "deny");
    return resource.dialect === "azure" ? any(own, mustBe(publicNetwork, false)) : own;
  },
});
