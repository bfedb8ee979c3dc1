import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azuremlComputeLocalAuth } from "./azureml-compute-local-auth.ts";

infraCases(azuremlComputeLocalAuth, {
  fail: [
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
  local_auth_enabled = true
}
`,
    `resource "azurerm_machine_learning_compute_instance" "c" {
  name = "c"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id
  virtual_machine_size = "STANDARD_DS2_V2"
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
  local_auth_enabled = false
}
`,
    `resource "azurerm_machine_learning_compute_instance" "c" {
  name = "c"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id
  virtual_machine_size = "STANDARD_DS2_V2"
  local_auth_enabled = false
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
    min_node_count = 0
    max_node_count = 2
    scale_down_nodes_after_idle_duration = "PT120S"
  }
  local_auth_enabled = var.v
}
`,
  ],
  silent: [
    `resource "azurerm_resource_group" "x" {
  name = "x"
}
`,
  ],
});

azureCases(azuremlComputeLocalAuth, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/computes/cpu",
        name: "cpu",
        type: "Microsoft.MachineLearningServices/workspaces/computes",
        location: "westeurope",
        properties: { computeType: "AmlCompute", properties: {} },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/computes/cpu",
        name: "cpu",
        type: "Microsoft.MachineLearningServices/workspaces/computes",
        location: "westeurope",
        properties: { computeType: "AmlCompute", properties: {}, disableLocalAuth: false },
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
        properties: { computeType: "AmlCompute", properties: {}, disableLocalAuth: true },
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
          properties: {},
          disableLocalAuth: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
  silent: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/computes/k8s",
        name: "k8s",
        type: "Microsoft.MachineLearningServices/workspaces/computes",
        location: "westeurope",
        properties: { computeType: "Kubernetes", properties: {} },
      },
    ],
  ],
});
