import { must, unknown } from "../../../infra/answer.ts";
import { storageAccount } from "../../../infra/types/azure/around.ts";
import { defineInfraCheck } from "../define.ts";

export const azureStorageTls = defineInfraCheck({
  meta: {
    id: "azure-storage-tls",
    code: "PV-AZ-064",
    title: "A storage account takes old versions of TLS",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_44", "storage_ensure_minimum_tls_version_12"],
    controls: ["CWE-326", "CWE-327"],
    why: "Who stands between can weaken the connection and read or change what is loaded.",
    mend: "Take TLS 1.2 or newer.",
    mends: {
      terraform: 'min_tls_version = "TLS1_2"',
      az: "az storage account update --ids {id} --min-tls-version TLS1_2",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_storage_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  account_tier = "Standard"\n  account_replication_type = "LRS"\n  min_tls_version = "TLS1_0"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_storage_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  account_tier = "Standard"\n  account_replication_type = "LRS"\n  min_tls_version = "TLS1_2"\n}\n',
        },
      ],
    },
  },
  on: storageAccount,
  judge: ({ facts: { minTls }, resource }) =>
    minTls.kind === "absent"
      ? unknown(
          resource.at,
          resource.dialect === "terraform"
            ? "what is taken where nothing is said depends on the version of the provider"
            : "the account does not say which versions it takes",
        )
      : must(minTls, (version) => /^TLS1_[2-9]$/.test(version)),
});
