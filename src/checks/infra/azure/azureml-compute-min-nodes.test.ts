import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azuremlComputeMinNodes } from "./azureml-compute-min-nodes.ts";

infraCases(azuremlComputeMinNodes, {
  fail: [
    `resource "azurerm_machine_learning_compute_cluster" "c" {
  name = "c"
  location = "westeurope"
  vm_priority = "Dedicated"
  vm_size = "Standard_DS2_v2"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id
  scale_settings {
    min_node_count = 1
    max_node_count = 2
  }
}
`,
  ],
  pass: [
    `resource "azurerm_machine_learning_compute_cluster" "c" {
  name = "c"
  location = "westeurope"
  vm_priority = "Dedicated"
  vm_size = "Standard_DS2_v2"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id
  scale_settings {
    min_node_count = 0
    max_node_count = 2
    scale_down_nodes_after_idle_duration = "PT120S"
  }
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_machine_learning_compute_cluster" "c" {
  name = "c"
  location = "westeurope"
  vm_priority = "Dedicated"
  vm_size = "Standard_DS2_v2"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id
  scale_settings {
    min_node_count = var.v
  }
}
`,
  ],
  silent: [
    `resource "azurerm_machine_learning_compute_instance" "c" {
  name = "c"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id
  virtual_machine_size = "STANDARD_DS2_V2"
}
`,
  ],
});

azureCases(azuremlComputeMinNodes, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/computes/cpu",
        name: "cpu",
        type: "Microsoft.MachineLearningServices/workspaces/computes",
        location: "westeurope",
        properties: {
          computeType: "AmlCompute",
          properties: { scaleSettings: { minNodeCount: 2 } },
        },
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/computes/cpu",
        name: "cpu",
        type: "Microsoft.MachineLearningServices/workspaces/computes",
        location: "westeurope",
        properties: {
          computeType: "AmlCompute",
          properties: { scaleSettings: { minNodeCount: 0 } },
        },
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/computes/cpu",
        name: "cpu",
        type: "Microsoft.MachineLearningServices/workspaces/computes",
        location: "westeurope",
        properties: {
          computeType: "AmlCompute",
          properties: {
            scaleSettings: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
          },
        },
      },
    ],
  ],
  silent: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/computes/ci",
        name: "ci",
        type: "Microsoft.MachineLearningServices/workspaces/computes",
        location: "westeurope",
        properties: { computeType: "ComputeInstance", properties: {} },
      },
    ],
  ],
});
