import { all, must, mustBe, pass, unknown } from "../../../infra/answer.ts";
import { storageAccount } from "../../../infra/types/azure/around.ts";
import { lower, someOf } from "./answers.ts";
import { defineInfraCheck } from "../define.ts";

export const azureStorageSoftDelete = defineInfraCheck({
  meta: {
    id: "azure-storage-soft-delete",
    code: "PV-AZ-067",
    title: "Blobs that are deleted cannot be brought back",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_AZURE_38"],
    controls: ["CWE-404", "OWASP-LLM04:2025"],
    why: "Whoever may delete, or has a key, ends training data and models for good.",
    mend: "Keep deleted blobs for a week or longer.",
    mends: {
      terraform: "blob_properties {\n  delete_retention_policy {\n    days = 14\n  }\n}",
      az: "az storage account blob-service-properties update --ids {id} --enable-delete-retention true --delete-retention-days 14",
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
          code: 'resource "azurerm_storage_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  account_tier = "Standard"\n  account_replication_type = "LRS"\n  blob_properties {\n    delete_retention_policy {\n      days = 14\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: storageAccount,
  judge: ({ facts, resource }) => {
    if (lower(facts.kind) === "filestorage") return undefined;
    const { softDelete, softDeleteDays, softDeleteBlock: block } = facts;
    if (resource.dialect === "azure") return mustBe(softDelete, true, { absent: false });
    if (block.kind === "known" && block.value.open !== undefined)
      return unknown(block.at, block.value.open);
    // The provider takes seven days where the block does not say how many.
    return all(
      someOf(block, { at: resource.at, isWell: () => pass }),
      must(softDeleteDays, (days) => days > 0, { absent: true }),
    );
  },
});
