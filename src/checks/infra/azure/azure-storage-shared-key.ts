import { mustBe } from "../../../infra/answer.ts";
import { storageAccount } from "../../../infra/types/azure/around.ts";
import { defineInfraCheck } from "../define.ts";

export const azureStorageSharedKey = defineInfraCheck({
  meta: {
    id: "azure-storage-shared-key",
    code: "PV-AZ-063",
    title: "A storage account takes its keys",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_AZURE_40", "storage_account_key_access_disabled"],
    controls: ["CWE-1390", "CWE-522", "ATLAS:AML.T0055"],
    why: "A key opens everything in the account, to be read and to be changed, and names nobody.",
    mend: "Switch keys off and let callers come with Microsoft Entra and a role.",
    mends: {
      terraform: "shared_access_key_enabled = false",
      az: "az storage account update --ids {id} --allow-shared-key-access false",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_storage_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  account_tier = "Standard"\n  account_replication_type = "LRS"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_storage_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  account_tier = "Standard"\n  account_replication_type = "LRS"\n  shared_access_key_enabled = false\n}\n',
        },
      ],
    },
  },
  on: storageAccount,
  judge: ({ facts }) => mustBe(facts.sharedKey, false),
});
