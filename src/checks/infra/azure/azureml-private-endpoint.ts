import { mlWorkspace } from "../../../infra/types/azure/machine-learning.ts";
import { hasPrivateEndpoint, lower } from "./answers.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlPrivateEndpoint = defineInfraCheck({
  meta: {
    id: "azureml-private-endpoint",
    code: "PV-AZ-027",
    title: "No private endpoint leads to an Azure Machine Learning workspace",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_243"],
    controls: ["CWE-923", "CWE-668"],
    why: "Notebooks, models and tokens go over public addresses, where neither a network's rules nor its logs see them.",
    mend: "Give the workspace a private endpoint in the network of those who work in it.",
    mends: {
      terraform:
        'resource "azurerm_private_endpoint" "ml" {\n  name                = "ml"\n  location            = "REGION"\n  resource_group_name = "GROUP"\n  subnet_id           = "SUBNET"\n  private_service_connection {\n    name                           = "ml"\n    is_manual_connection           = false\n    private_connection_resource_id = azurerm_machine_learning_workspace.NAME.id\n    subresource_names              = ["amlworkspace"]\n  }\n}',
      az: "az network private-endpoint create --name {name} --resource-group GROUP --subnet SUBNET \\\n  --private-connection-resource-id {id} --group-id amlworkspace --connection-name {name}",
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
          code: 'resource "azurerm_machine_learning_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  application_insights_id = "i"\n  key_vault_id = azurerm_key_vault.x.id\n  storage_account_id = azurerm_storage_account.x.id\n  identity {\n    type = "SystemAssigned"\n  }\n}\nresource "azurerm_private_endpoint" "pe" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  subnet_id = "s"\n  private_service_connection {\n    name = "c"\n    is_manual_connection = false\n    private_connection_resource_id = azurerm_machine_learning_workspace.x.id\n  }\n}\n',
        },
      ],
    },
  },
  on: mlWorkspace,
  judge: (it, cloud) => {
    // A project is reached by the endpoint of its hub.
    if (lower(it.facts.kind) === "project") return undefined;
    return hasPrivateEndpoint(it, cloud);
  },
});
