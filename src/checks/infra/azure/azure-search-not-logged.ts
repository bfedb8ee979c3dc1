import { searchService } from "../../../infra/types/azure/search.ts";
import { isLogged } from "./answers.ts";
import { defineInfraCheck } from "../define.ts";

export const azureSearchNotLogged = defineInfraCheck({
  meta: {
    id: "azure-search-not-logged",
    code: "PV-AZ-058",
    title: "What is asked of an Azure AI Search service is not logged",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-778"],
    why: "Who read or changed what the model is grounded in leaves no trace.",
    mend: "Send the category OperationLogs to a workspace or an account of their own.",
    mends: {
      terraform:
        'resource "azurerm_monitor_diagnostic_setting" "search" {\n  name                       = "search"\n  target_resource_id         = azurerm_search_service.NAME.id\n  log_analytics_workspace_id = "WORKSPACE"\n  enabled_log {\n    category = "OperationLogs"\n  }\n}',
      az: 'az monitor diagnostic-settings create --name pavise --resource {id} --workspace WORKSPACE \\\n  --logs \'[{"categoryGroup":"allLogs","enabled":true}]\'',
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_search_service" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku                 = "standard"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_search_service" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku                 = "standard"\n}\nresource "azurerm_monitor_diagnostic_setting" "d" {\n  name = "d"\n  log_analytics_workspace_id = "w"\n  target_resource_id = azurerm_search_service.x.id\n  enabled_log {\n    category = "OperationLogs"\n  }\n}\n',
        },
      ],
    },
  },
  on: searchService,
  judge: (it, cloud) => isLogged(it, { cloud, category: "OperationLogs" }),
});
