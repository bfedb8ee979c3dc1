import { mustBe } from "../../../infra/answer.ts";
import { valueOf } from "../../../infra/fact.ts";
import { storageAccount } from "../../../infra/types/azure/around.ts";
import { lower } from "./answers.ts";
import { defineInfraCheck } from "../define.ts";

export const azureStorageVersioning = defineInfraCheck({
  meta: {
    id: "azure-storage-versioning",
    code: "PV-AZ-066",
    title: "Blobs that are changed or deleted are gone",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["storage_blob_versioning_is_enabled"],
    controls: ["CWE-353", "OWASP-LLM04:2025", "ATLAS:AML.T0020"],
    why: "A model or data set that is replaced, by mistake or by an attacker, cannot be told from the one before nor brought back.",
    mend: "Switch versioning on.",
    mends: {
      terraform: "blob_properties {\n  versioning_enabled = true\n}",
      az: "az storage account blob-service-properties update --ids {id} --enable-versioning true",
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
          code: 'resource "azurerm_storage_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  account_tier = "Standard"\n  account_replication_type = "LRS"\n  blob_properties {\n    versioning_enabled = true\n  }\n}\n',
        },
      ],
    },
  },
  on: storageAccount,
  judge: ({ facts }) => {
    // Versions are not for accounts of files, nor for hierarchical ones.
    if (lower(facts.kind) === "filestorage" || valueOf(facts.isHierarchical) === true)
      return undefined;
    return mustBe(facts.versioning, true);
  },
});
