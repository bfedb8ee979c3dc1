import { mlCompute } from "../../../infra/types/azure/machine-learning.ts";
import { keysOff } from "./answers.ts";
import { isManaged } from "./workspace-computes.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlComputeLocalAuth = defineInfraCheck({
  meta: {
    id: "azureml-compute-local-auth",
    code: "PV-AZ-030",
    title: "An Azure Machine Learning compute lets in who has a key of its own",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_142", "psrule:Azure.ML.DisableLocalAuth"],
    controls: ["CWE-1390", "CWE-522"],
    why: "SSH keys and passwords of a node name nobody and outlast whoever had them.",
    mend: "Switch local authentication off.",
    mends: {
      terraform: "local_auth_enabled = false",
      az: "# It can't be changed on a compute that exists: create one anew, from a file without ssh settings.\naz ml compute create --resource-group GROUP --workspace-name WORKSPACE --file compute.yaml",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_compute_cluster" "c" {\n  name = "c"\n  location = "westeurope"\n  vm_priority = "Dedicated"\n  vm_size = "Standard_DS2_v2"\n  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id\n  scale_settings {\n    min_node_count = 0\n    max_node_count = 2\n    scale_down_nodes_after_idle_duration = "PT120S"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_compute_cluster" "c" {\n  name = "c"\n  location = "westeurope"\n  vm_priority = "Dedicated"\n  vm_size = "Standard_DS2_v2"\n  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id\n  scale_settings {\n    min_node_count = 0\n    max_node_count = 2\n    scale_down_nodes_after_idle_duration = "PT120S"\n  }\n  local_auth_enabled = false\n}\n',
        },
      ],
    },
  },
  on: mlCompute,
  judge: (it) => (isManaged(it) ? keysOff(it.facts) : undefined),
});
