import { fail, must, pass } from "../../../infra/answer.ts";
import { mlWorkspace } from "../../../infra/types/azure/machine-learning.ts";
import { lower } from "./answers.ts";
import { allInSubnets } from "./workspace-computes.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlManagedNetwork = defineInfraCheck({
  meta: {
    id: "azureml-managed-network",
    code: "PV-AZ-022",
    title: "An Azure Machine Learning workspace does not keep its computes in a network",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-923", "CWE-668", "ATLAS:AML.T0025"],
    why: "Training code and notebooks go anywhere: models and data leave, packages and payloads come in, and nothing sees it.",
    mend: "Give the workspace a managed network that allows only approved ways out.",
    mends: {
      terraform: 'managed_network {\n  isolation_mode = "AllowOnlyApprovedOutbound"\n}',
      az: "az ml workspace update --ids {id} --managed-network allow_only_approved_outbound",
    },
    references: ["https://learn.microsoft.com/azure/machine-learning/how-to-managed-network"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  application_insights_id = "i"\n  key_vault_id = azurerm_key_vault.x.id\n  storage_account_id = azurerm_storage_account.x.id\n  identity {\n    type = "SystemAssigned"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  application_insights_id = "i"\n  key_vault_id = azurerm_key_vault.x.id\n  storage_account_id = azurerm_storage_account.x.id\n  identity {\n    type = "SystemAssigned"\n  }\n  managed_network {\n    isolation_mode = "AllowOnlyApprovedOutbound"\n  }\n}\n',
        },
      ],
    },
  },
  on: mlWorkspace,
  judge: (it, cloud) => {
    const { isolation, kind } = it.facts;
    // A project lives in the network of its hub.
    if (lower(kind) === "project") return undefined;
    if (lower(isolation) === "allowinternetoutbound")
      return fail(isolation.at, {
        message: "The managed network of an Azure Machine Learning workspace lets everything out",
        severity: "low",
      });
    const own = must(isolation, (mode) => mode.toLowerCase() !== "disabled");
    return own.kind === "fail" && allInSubnets(it, cloud) ? pass : own;
  },
});
