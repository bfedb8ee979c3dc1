import { any, must, mustBe } from "../../../infra/answer.ts";
import { storageAccount } from "../../../infra/types/azure/around.ts";
import { defineInfraCheck } from "../define.ts";

export const azureStorageDefaultAllow = defineInfraCheck({
  meta: {
    id: "azure-storage-default-allow",
    code: "PV-AZ-061",
    title: "The firewall of a storage account lets every address in",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_35", "storage_default_network_access_rule_is_denied"],
    controls: ["CWE-284", "CWE-1188"],
    why: "Stolen keys and signed addresses work from anywhere.",
    mend: "Deny by default and name the networks that may come in.",
    mends: {
      terraform:
        'network_rules {\n  default_action = "Deny"\n  bypass         = ["AzureServices"]\n}',
      az: "az storage account update --ids {id} --default-action Deny",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_storage_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  account_tier = "Standard"\n  account_replication_type = "LRS"\n  network_rules {\n    default_action = "Allow"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_storage_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  account_tier = "Standard"\n  account_replication_type = "LRS"\n  network_rules {\n    default_action = "Deny"\n  }\n}\n',
        },
      ],
    },
  },
  on: storageAccount,
  judge: ({ facts: { publicNetwork, defaultAction } }) =>
    any(
      must(defaultAction, (action) => action.toLowerCase() === "deny"),
      mustBe(publicNetwork, false),
    ),
});
