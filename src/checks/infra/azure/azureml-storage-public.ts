import { any, mustBe } from "../../../infra/answer.ts";
import { storageAccount } from "../../../infra/types/azure/around.ts";
import { mlWorkspace } from "../../../infra/types/azure/machine-learning.ts";
import { lower } from "./answers.ts";
import { linkOf, storageAnswer } from "./workspace-storage.ts";
import { danger, thingOf } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlStoragePublic = defineInfraCheck({
  meta: {
    id: "azureml-storage-public",
    code: "PV-AZ-046",
    title: "The storage of a workspace lets every address in",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-284", "CWE-668"],
    why: "Data, snapshots of code and models of the workspace answer whoever has a key or a token, from anywhere.",
    mend: "Deny by default and let in the workspace's network, or switch public access off.",
    mends: {
      terraform:
        '# In azurerm_storage_account:\nnetwork_rules {\n  default_action = "Deny"\n  bypass         = ["AzureServices"]\n}',
      az: "az storage account update --ids STORAGE --default-action Deny",
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
          code: 'resource "azurerm_machine_learning_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  application_insights_id = "i"\n  key_vault_id = azurerm_key_vault.x.id\n  storage_account_id = azurerm_storage_account.x.id\n  identity {\n    type = "SystemAssigned"\n  }\n}\nresource "azurerm_storage_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  account_tier = "Standard"\n  account_replication_type = "LRS"\n  network_rules {\n    default_action = "Deny"\n  }\n}\n',
        },
      ],
    },
  },
  on: mlWorkspace,
  judge: (it, cloud) => {
    const { facts, resource } = it;
    if (lower(facts.kind) === "project" || facts.storage.kind === "absent") return undefined;
    const account = cloud.find(storageAccount, linkOf(facts.storage), resource);
    const answer = storageAnswer(account, {
      at: resource.at,
      judge: ({ publicNetwork, defaultAction }) =>
        any(mustBe(publicNetwork, false), mustBe(defaultAction, "Deny")),
    });
    if (answer.kind !== "fail" || account.kind !== "found") return answer;
    const way = [
      {
        at: answer.at,
        message: "comes by the public network, with a key or a token",
        thing: danger("outside", "the internet"),
      },
      {
        at: account.item.resource.at,
        message: "answers from any network",
        thing: thingOf(account.item),
      },
      { at: resource.at, message: "keeps its data and models there", thing: thingOf(it) },
    ];
    return { ...answer, way };
  },
});
