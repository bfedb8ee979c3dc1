import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azuremlComputePublicIp } from "./azureml-compute-public-ip.ts";

infraCases(azuremlComputePublicIp, {
  fail: [
    `resource "azurerm_machine_learning_compute_instance" "c" {
  name = "c"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id
  virtual_machine_size = "STANDARD_DS2_V2"
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
}
`,
  ],
  pass: [
    `resource "azurerm_machine_learning_compute_instance" "c" {
  name = "c"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id
  virtual_machine_size = "STANDARD_DS2_V2"
  node_public_ip_enabled = false
  subnet_resource_id = "s"
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
  node_public_ip_enabled = false
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_machine_learning_compute_instance" "c" {
  name = "c"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id
  virtual_machine_size = "STANDARD_DS2_V2"
  node_public_ip_enabled = var.v
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

azureCases(azuremlComputePublicIp, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/computes/ci",
        name: "ci",
        type: "Microsoft.MachineLearningServices/workspaces/computes",
        location: "westeurope",
        properties: { computeType: "ComputeInstance", properties: {} },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/computes/cpu",
        name: "cpu",
        type: "Microsoft.MachineLearningServices/workspaces/computes",
        location: "westeurope",
        properties: { computeType: "AmlCompute", properties: { enableNodePublicIp: true } },
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
        properties: { computeType: "AmlCompute", properties: { enableNodePublicIp: false } },
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
            enableNodePublicIp: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
          },
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
