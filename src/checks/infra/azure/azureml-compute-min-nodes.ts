import { mustBe } from "../../../infra/answer.ts";
import { mlCompute } from "../../../infra/types/azure/machine-learning.ts";
import { lower } from "./answers.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlComputeMinNodes = defineInfraCheck({
  meta: {
    id: "azureml-compute-min-nodes",
    code: "PV-AZ-035",
    title: "A compute cluster keeps nodes that nobody uses",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_150"],
    controls: ["CWE-404", "CWE-770"],
    why: "Nodes that never go keep what ran on them, their images grow old, and they are paid for.",
    mend: "Let the cluster shrink to none.",
    mends: {
      terraform:
        'scale_settings {\n  min_node_count                       = 0\n  max_node_count                       = 4\n  scale_down_nodes_after_idle_duration = "PT120S"\n}',
      az: "az ml compute update --resource-group GROUP --workspace-name WORKSPACE --name {name} --min-instances 0",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_compute_cluster" "c" {\n  name = "c"\n  location = "westeurope"\n  vm_priority = "Dedicated"\n  vm_size = "Standard_DS2_v2"\n  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id\n  scale_settings {\n    min_node_count = 1\n    max_node_count = 2\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_compute_cluster" "c" {\n  name = "c"\n  location = "westeurope"\n  vm_priority = "Dedicated"\n  vm_size = "Standard_DS2_v2"\n  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id\n  scale_settings {\n    min_node_count = 0\n    max_node_count = 2\n    scale_down_nodes_after_idle_duration = "PT120S"\n  }\n}\n',
        },
      ],
    },
  },
  on: mlCompute,
  judge: ({ facts, resource }) => {
    const { minNodes, computeType } = facts;
    const isCluster =
      resource.dialect === "azure"
        ? lower(computeType) === "amlcompute"
        : resource.type.endsWith("_cluster");
    return isCluster ? mustBe(minNodes, 0, { absent: resource.dialect === "azure" }) : undefined;
  },
});
