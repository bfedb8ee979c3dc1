import { all } from "../../../infra/answer.ts";
import { cognitiveAccount } from "../../../infra/types/azure/cognitive.ts";
import { isLogged } from "./answers.ts";
import { defineInfraCheck } from "../define.ts";

export const azureAiNotLogged = defineInfraCheck({
  meta: {
    id: "azure-ai-not-logged",
    code: "PV-AZ-008",
    title: "What is asked of an Azure AI account is not logged",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-778", "ATLAS:AML.T0040"],
    why: "Without logs of requests and of who changed what, stolen keys, copied models and attacks on prompts leave no trace.",
    mend: "Send the categories Audit and RequestResponse to a workspace or an account of their own.",
    mends: {
      terraform:
        'resource "azurerm_monitor_diagnostic_setting" "ai" {\n  name                       = "ai"\n  target_resource_id         = azurerm_cognitive_account.NAME.id\n  log_analytics_workspace_id = "WORKSPACE"\n  enabled_log {\n    category_group = "allLogs"\n  }\n}',
      az: 'az monitor diagnostic-settings create --name pavise --resource {id} --workspace WORKSPACE \\\n  --logs \'[{"categoryGroup":"allLogs","enabled":true}]\'',
    },
    blind: "Logs that a policy of Azure switches on outside of what is read.",
    references: ["https://learn.microsoft.com/azure/ai-services/diagnostic-logging"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n}\nresource "azurerm_monitor_diagnostic_setting" "d" {\n  name = "d"\n  log_analytics_workspace_id = "w"\n  target_resource_id = azurerm_cognitive_account.x.id\n  enabled_log {\n    category_group = "allLogs"\n  }\n}\n',
        },
      ],
    },
  },
  on: cognitiveAccount,
  judge: (it, cloud) =>
    all(
      isLogged(it, { cloud, category: "Audit" }),
      isLogged(it, {
        cloud,
        category: "RequestResponse",
        message: "Requests to an Azure AI account are not logged",
      }),
    ),
});
