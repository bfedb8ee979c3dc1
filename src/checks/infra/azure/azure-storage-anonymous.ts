import { mustBe, unknown } from "../../../infra/answer.ts";
import { storageAccount } from "../../../infra/types/azure/around.ts";
import { openToWorld } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";

export const azureStorageAnonymous = defineInfraCheck({
  meta: {
    id: "azure-storage-anonymous",
    code: "PV-AZ-062",
    title: "Containers of a storage account may be made public",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_190", "CKV2_AZURE_47", "storage_blob_public_access_level_is_disabled"],
    controls: ["CWE-552", "CWE-732", "ATLAS:AML.T0036"],
    why: "One setting of one container, and everybody reads what lies in it without a key.",
    mend: "Switch anonymous access off for the whole account.",
    mends: {
      terraform: "allow_nested_items_to_be_public = false",
      az: "az storage account update --ids {id} --allow-blob-public-access false",
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
          code: 'resource "azurerm_storage_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  account_tier = "Standard"\n  account_replication_type = "LRS"\n  allow_nested_items_to_be_public = false\n}\n',
        },
      ],
    },
  },
  on: storageAccount,
  judge: (it) => {
    const { publicBlobs } = it.facts;
    const { resource } = it;
    return resource.dialect === "azure" && publicBlobs.kind === "absent"
      ? unknown(
          resource.at,
          "the account does not say whether anonymous access is allowed; its default depends on when it was made",
        )
      : openToWorld(mustBe(publicBlobs, false), it, {
          comes: "reads without a login what a container lets it",
          ends: "lets its containers be open to the world",
        });
  },
});
