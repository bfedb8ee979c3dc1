import { any, mustBeSet } from "../../../infra/answer.ts";
import { mlCompute } from "../../../infra/types/azure/machine-learning.ts";
import { isManaged, networkOfWorkspace } from "./workspace-computes.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlComputeNoNetwork = defineInfraCheck({
  meta: {
    id: "azureml-compute-no-network",
    code: "PV-AZ-036",
    title: "An Azure Machine Learning compute stands in no network",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["psrule:Azure.ML.ComputeVnet"],
    controls: ["CWE-923", "CWE-668"],
    why: "No rule and no log of a network sees what comes and goes.",
    mend: "Give it a subnet, or the workspace a managed network.",
    mends: {
      terraform: "subnet_resource_id = azurerm_subnet.NAME.id",
      az: "az ml workspace update --name WORKSPACE --resource-group GROUP --managed-network allow_only_approved_outbound",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  application_insights_id = "i"\n  key_vault_id = azurerm_key_vault.x.id\n  storage_account_id = azurerm_storage_account.x.id\n  identity {\n    type = "SystemAssigned"\n  }\n}\nresource "azurerm_machine_learning_compute_cluster" "c" {\n  name = "c"\n  location = "westeurope"\n  vm_priority = "Dedicated"\n  vm_size = "Standard_DS2_v2"\n  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id\n  scale_settings {\n    min_node_count = 0\n    max_node_count = 2\n    scale_down_nodes_after_idle_duration = "PT120S"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  application_insights_id = "i"\n  key_vault_id = azurerm_key_vault.x.id\n  storage_account_id = azurerm_storage_account.x.id\n  identity {\n    type = "SystemAssigned"\n  }\n}\nresource "azurerm_machine_learning_compute_cluster" "c" {\n  name = "c"\n  location = "westeurope"\n  vm_priority = "Dedicated"\n  vm_size = "Standard_DS2_v2"\n  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id\n  scale_settings {\n    min_node_count = 0\n    max_node_count = 2\n    scale_down_nodes_after_idle_duration = "PT120S"\n  }\n  subnet_resource_id = "s"\n}\n',
        },
      ],
    },
  },
  on: mlCompute,
  judge: (it, cloud) => {
    if (!isManaged(it)) return undefined;
    const own = mustBeSet(it.facts.subnet);
    if (own.kind !== "fail") return own;
    return any(networkOfWorkspace(it, cloud), own);
  },
});
