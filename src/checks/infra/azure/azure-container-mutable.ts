import { any, fail, mustBe, mustBeSet } from "../../../infra/answer.ts";
import { blobContainer, storageAccount } from "../../../infra/types/azure/around.ts";
import { itemOfId, parentOf } from "./answers.ts";
import { linkOf } from "./workspace-storage.ts";
import { defineInfraCheck } from "../define.ts";

export const azureContainerMutable = defineInfraCheck({
  meta: {
    id: "azure-container-mutable",
    code: "PV-AZ-069",
    title: "Blobs of a container can be replaced and deleted at any time",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: [],
    controls: ["CWE-353", "OWASP-LLM04:2025", "ATLAS:AML.T0020"],
    why: "Whoever may write changes a model or a data set after it was approved, or encrypts it for ransom.",
    mend: "Give containers of approved models and data an immutability policy, and lock it.",
    mends: {
      terraform:
        'resource "azurerm_storage_container_immutability_policy" "this" {\n  storage_container_resource_manager_id = azurerm_storage_container.NAME.resource_manager_id\n  immutability_period_in_days           = 90\n  locked                                = true\n}',
      az: "az storage container immutability-policy create --account-name ACCOUNT --container-name {name} --period 90",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_storage_container" "c" {\n  name = "c"\n  storage_account_id = azurerm_storage_account.x.id\n  \n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_storage_container" "c" {\n  name = "c"\n  storage_account_id = azurerm_storage_account.x.id\n  \n}\nresource "azurerm_storage_container_immutability_policy" "p" {\n  storage_container_resource_manager_id = azurerm_storage_container.c.resource_manager_id\n  immutability_period_in_days = 30\n}\n',
        },
      ],
    },
  },
  on: blobContainer,
  judge: ({ facts, resource }, cloud) => {
    if (resource.dialect !== "azure") {
      const account = cloud.find(storageAccount, linkOf(facts.account), resource);
      return any(
        mustBeSet(facts.immutableDays),
        account.kind === "found" ? mustBeSet(account.item.facts.immutability) : fail(resource.at),
      );
    }
    const account = itemOfId(storageAccount, { id: parentOf(resource, 2), cloud });
    return any(
      mustBe(facts.isImmutable, true),
      mustBe(facts.versionsImmutable, true),
      mustBe(facts.hasHold, true),
      account === undefined ? fail(resource.at) : mustBe(account.facts.immutable, true),
    );
  },
});
