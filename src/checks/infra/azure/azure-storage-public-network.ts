import { mustBe } from "../../../infra/answer.ts";
import { storageAccount } from "../../../infra/types/azure/around.ts";
import { openToWorld } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";

export const azureStoragePublicNetwork = defineInfraCheck({
  meta: {
    id: "azure-storage-public-network",
    code: "PV-AZ-060",
    title: "A storage account can be reached from the whole internet",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_59", "storage_account_public_network_access_disabled"],
    controls: ["CWE-668", "CWE-552", "ATLAS:AML.T0036"],
    why: "Whoever holds a key, a signed address or a token reads data and models from anywhere.",
    mend: "Switch public network access off and give the account a private endpoint.",
    mends: {
      terraform: "public_network_access_enabled = false",
      az: "az storage account update --ids {id} --public-network-access Disabled",
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
          code: 'resource "azurerm_storage_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  account_tier = "Standard"\n  account_replication_type = "LRS"\n  public_network_access_enabled = false\n}\n',
        },
      ],
    },
  },
  on: storageAccount,
  judge: (it) =>
    openToWorld(mustBe(it.facts.publicNetwork, false), it, {
      comes: "comes by the public network, with a key or a token",
      ends: "answers from any network",
    }),
});
