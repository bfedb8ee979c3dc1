import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azuremlComputeNoNetwork } from "./azureml-compute-no-network.ts";

infraCases(azuremlComputeNoNetwork, {
  fail: [
    `resource "azurerm_machine_learning_workspace" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  application_insights_id = "i"
  key_vault_id = azurerm_key_vault.x.id
  storage_account_id = azurerm_storage_account.x.id
  identity {
    type = "SystemAssigned"
  }
}
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
    `resource "azurerm_machine_learning_workspace" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  application_insights_id = "i"
  key_vault_id = azurerm_key_vault.x.id
  storage_account_id = azurerm_storage_account.x.id
  identity {
    type = "SystemAssigned"
  }
}
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
  subnet_resource_id = "s"
}
`,
    `resource "azurerm_machine_learning_workspace" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  application_insights_id = "i"
  key_vault_id = azurerm_key_vault.x.id
  storage_account_id = azurerm_storage_account.x.id
  identity {
    type = "SystemAssigned"
  }
  managed_network {
    isolation_mode = "AllowOnlyApprovedOutbound"
  }
}
resource "azurerm_machine_learning_compute_instance" "c" {
  name = "c"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id
  virtual_machine_size = "STANDARD_DS2_V2"
}
`,
    `resource "azurerm_machine_learning_workspace" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  application_insights_id = "i"
  key_vault_id = azurerm_key_vault.x.id
  storage_account_id = azurerm_storage_account.x.id
  identity {
    type = "SystemAssigned"
  }
}
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
  subnet_resource_id = azurerm_subnet.x.id
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_machine_learning_workspace" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  application_insights_id = "i"
  key_vault_id = azurerm_key_vault.x.id
  storage_account_id = azurerm_storage_account.x.id
  identity {
    type = "SystemAssigned"
  }
  managed_network {
    isolation_mode = var.v
  }
}
resource "azurerm_machine_learning_compute_instance" "c" {
  name = "c"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id
  virtual_machine_size = "STANDARD_DS2_V2"
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

azureCases(azuremlComputeNoNetwork, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws",
        name: "ws",
        type: "Microsoft.MachineLearningServices/workspaces",
        location: "westeurope",
        kind: "Default",
        properties: {},
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/computes/cpu",
        name: "cpu",
        type: "Microsoft.MachineLearningServices/workspaces/computes",
        location: "westeurope",
        properties: { computeType: "AmlCompute", properties: {} },
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws",
        name: "ws",
        type: "Microsoft.MachineLearningServices/workspaces",
        location: "westeurope",
        kind: "Default",
        properties: {},
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/computes/cpu",
        name: "cpu",
        type: "Microsoft.MachineLearningServices/workspaces/computes",
        location: "westeurope",
        properties: { computeType: "AmlCompute", properties: { subnet: { id: "s" } } },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws",
        name: "ws",
        type: "Microsoft.MachineLearningServices/workspaces",
        location: "westeurope",
        kind: "Default",
        properties: { managedNetwork: { isolationMode: "AllowInternetOutbound" } },
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/computes/ci",
        name: "ci",
        type: "Microsoft.MachineLearningServices/workspaces/computes",
        location: "westeurope",
        properties: { computeType: "ComputeInstance", properties: {} },
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws",
        name: "ws",
        type: "Microsoft.MachineLearningServices/workspaces",
        location: "westeurope",
        kind: "Default",
        properties: {
          managedNetwork: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/computes/cpu",
        name: "cpu",
        type: "Microsoft.MachineLearningServices/workspaces/computes",
        location: "westeurope",
        properties: { computeType: "AmlCompute", properties: {} },
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
