import { mustBe } from "../../../infra/answer.ts";
import { storageAccount } from "../../../infra/types/azure/around.ts";
import { defineInfraCheck } from "../define.ts";

export const azureStorageHttp = defineInfraCheck({
  meta: {
    id: "azure-storage-http",
    code: "PV-AZ-065",
    title: "A storage account answers without encryption",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_3", "storage_secure_transfer_required_is_enabled"],
    controls: ["CWE-319"],
    why: "Data, models and signed addresses pass in clear text: read on the way, and changed on the way.",
    mend: "Allow HTTPS only.",
    mends: {
      terraform: "https_traffic_only_enabled = true",
      az: "az storage account update --ids {id} --https-only true",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_storage_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  account_tier = "Standard"\n  account_replication_type = "LRS"\n  https_traffic_only_enabled = false\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_storage_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  account_tier = "Standard"\n  account_replication_type = "LRS"\n  https_traffic_only_enabled = true\n}\n',
        },
      ],
    },
  },
  on: storageAccount,
  judge: ({ facts }) => mustBe(facts.httpsOnly, true),
});
