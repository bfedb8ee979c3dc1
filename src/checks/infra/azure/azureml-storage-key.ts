import { mustBe } from "../../../infra/answer.ts";
import { storageAccount } from "../../../infra/types/azure/around.ts";
import { mlWorkspace } from "../../../infra/types/azure/machine-learning.ts";
import { lower } from "./answers.ts";
import { linkOf, storageAnswer } from "./workspace-storage.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlStorageKey = defineInfraCheck({
  meta: {
    id: "azureml-storage-key",
    code: "PV-AZ-047",
    title: "The storage of a workspace takes the account's keys",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-1390", "CWE-522", "ATLAS:AML.T0055"],
    why: "A key opens every container with data and models, to be read and to be changed, and names nobody.",
    mend: "Switch keys off once the workspace reaches its storage by identity.",
    mends: {
      terraform: "# In azurerm_storage_account:\nshared_access_key_enabled = false",
      az: "az storage account update --ids STORAGE --allow-shared-key-access false",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  application_insights_id = "i"\n  key_vault_id = azurerm_key_vault.x.id\n  storage_account_id = azurerm_storage_account.x.id\n  identity {\n    type = "SystemAssigned"\n  }\n}\nresource "azurerm_storage_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  account_tier = "Standard"\n  account_replication_type = "LRS"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  application_insights_id = "i"\n  key_vault_id = azurerm_key_vault.x.id\n  storage_account_id = azurerm_storage_account.x.id\n  identity {\n    type = "SystemAssigned"\n  }\n}\nresource "azurerm_storage_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  account_tier = "Standard"\n  account_replication_type = "LRS"\n  shared_access_key_enabled = false\n}\n',
        },
      ],
    },
  },
  on: mlWorkspace,
  judge: ({ facts, resource }, cloud) => {
    if (lower(facts.kind) === "project" || facts.storage.kind === "absent") return undefined;
    return storageAnswer(cloud.find(storageAccount, linkOf(facts.storage), resource), {
      at: resource.at,
      judge: (account) => mustBe(account.sharedKey, false),
    });
  },
});
