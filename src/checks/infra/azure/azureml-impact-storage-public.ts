import { mustBe } from "../../../infra/answer.ts";
import { storageAccount } from "../../../infra/types/azure/around.ts";
import { mlWorkspace } from "../../../infra/types/azure/machine-learning.ts";
import { linkOf, storageAnswer } from "./workspace-storage.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlImpactStoragePublic = defineInfraCheck({
  meta: {
    id: "azureml-impact-storage-public",
    code: "PV-AZ-021",
    title: "Data of high business impact lies in storage that the internet can reach",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_AZURE_50"],
    controls: ["CWE-668", "CWE-552"],
    why: "The workspace says that its data must not get out, and its storage answers to everybody who has a key.",
    mend: "Switch public network access of the storage account off.",
    mends: {
      terraform: "# In azurerm_storage_account:\npublic_network_access_enabled = false",
      az: "az storage account update --ids STORAGE --public-network-access Disabled",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  application_insights_id = "i"\n  key_vault_id = azurerm_key_vault.x.id\n  storage_account_id = azurerm_storage_account.x.id\n  identity {\n    type = "SystemAssigned"\n  }\n  high_business_impact = true\n}\nresource "azurerm_storage_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  account_tier = "Standard"\n  account_replication_type = "LRS"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  application_insights_id = "i"\n  key_vault_id = azurerm_key_vault.x.id\n  storage_account_id = azurerm_storage_account.x.id\n  identity {\n    type = "SystemAssigned"\n  }\n  high_business_impact = true\n}\nresource "azurerm_storage_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  account_tier = "Standard"\n  account_replication_type = "LRS"\n  public_network_access_enabled = false\n}\n',
        },
      ],
    },
  },
  on: mlWorkspace,
  judge: ({ facts, resource }, cloud) => {
    const { highImpact, storage } = facts;
    const isMeant = mustBe(highImpact, false);
    if (isMeant.kind !== "fail") return isMeant;
    return storageAnswer(cloud.find(storageAccount, linkOf(storage), resource), {
      at: resource.at,
      judge: (account) => mustBe(account.publicNetwork, false),
    });
  },
});
