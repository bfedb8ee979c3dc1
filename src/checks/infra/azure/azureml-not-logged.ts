import { any } from "../../../infra/answer.ts";
import { mlWorkspace } from "../../../infra/types/azure/machine-learning.ts";
import { isLogged } from "./answers.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlNotLogged = defineInfraCheck({
  meta: {
    id: "azureml-not-logged",
    code: "PV-AZ-028",
    title: "What happens in an Azure Machine Learning workspace is not logged",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-778"],
    why: "Who read a data store, ran a job or deployed a model leaves no trace that could be searched.",
    mend: "Send the logs of the workspace to a workspace of Log Analytics or an account of their own.",
    mends: {
      terraform:
        'resource "azurerm_monitor_diagnostic_setting" "ml" {\n  name                       = "ml"\n  target_resource_id         = azurerm_machine_learning_workspace.NAME.id\n  log_analytics_workspace_id = "WORKSPACE"\n  enabled_log {\n    category_group = "allLogs"\n  }\n}',
      az: 'az monitor diagnostic-settings create --name pavise --resource {id} --workspace WORKSPACE \\\n  --logs \'[{"categoryGroup":"allLogs","enabled":true}]\'',
    },
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
          code: 'resource "azurerm_machine_learning_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  application_insights_id = "i"\n  key_vault_id = azurerm_key_vault.x.id\n  storage_account_id = azurerm_storage_account.x.id\n  identity {\n    type = "SystemAssigned"\n  }\n}\nresource "azurerm_monitor_diagnostic_setting" "d" {\n  name = "d"\n  log_analytics_workspace_id = "w"\n  target_resource_id = azurerm_machine_learning_workspace.x.id\n  enabled_log {\n    category_group = "allLogs"\n  }\n}\n',
        },
      ],
    },
  },
  on: mlWorkspace,
  judge: (it, cloud) =>
    any(
      isLogged(it, { cloud, category: "AmlComputeJobEvent" }),
      isLogged(it, { cloud, category: "Audit" }),
      isLogged(it, { cloud, category: "RunEvent" }),
    ),
});
