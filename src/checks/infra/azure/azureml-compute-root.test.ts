import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azuremlComputeRoot } from "./azureml-compute-root.ts";

infraCases(azuremlComputeRoot, {
  fail: [
    `resource "azapi_resource" "x" {
  type      = "Microsoft.MachineLearningServices/workspaces/computes@2024-10-01"
  name      = "x"
  parent_id = "/subscriptions/s"
  location  = "westeurope"
  body = {
    properties = {
      computeType = "ComputeInstance"
      properties = {
        enableRootAccess = true
      }
    }
  }
}
`,
    `resource "azapi_resource" "x" {
  type      = "Microsoft.MachineLearningServices/workspaces/computes@2024-10-01"
  name      = "x"
  parent_id = "/subscriptions/s"
  location  = "westeurope"
  body = {
    properties = {
      computeType = "ComputeInstance"
      properties = {
        vmSize = "x"
      }
    }
  }
}
`,
  ],
  pass: [
    `resource "azapi_resource" "x" {
  type      = "Microsoft.MachineLearningServices/workspaces/computes@2024-10-01"
  name      = "x"
  parent_id = "/subscriptions/s"
  location  = "westeurope"
  body = {
    properties = {
      computeType = "ComputeInstance"
      properties = {
        enableRootAccess = false
      }
    }
  }
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azapi_resource" "x" {
  type      = "Microsoft.MachineLearningServices/workspaces/computes@2024-10-01"
  name      = "x"
  parent_id = "/subscriptions/s"
  location  = "westeurope"
  body = {
    properties = {
      computeType = "ComputeInstance"
      properties = {
        enableRootAccess = var.v
      }
    }
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

azureCases(azuremlComputeRoot, {
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
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/computes/ci",
        name: "ci",
        type: "Microsoft.MachineLearningServices/workspaces/computes",
        location: "westeurope",
        properties: { computeType: "ComputeInstance", properties: { enableRootAccess: true } },
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/computes/ci",
        name: "ci",
        type: "Microsoft.MachineLearningServices/workspaces/computes",
        location: "westeurope",
        properties: { computeType: "ComputeInstance", properties: { enableRootAccess: false } },
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/computes/ci",
        name: "ci",
        type: "Microsoft.MachineLearningServices/workspaces/computes",
        location: "westeurope",
        properties: {
          computeType: "ComputeInstance",
          properties: {
            enableRootAccess: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
          },
        },
      },
    ],
  ],
  silent: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/computes/cpu",
        name: "cpu",
        type: "Microsoft.MachineLearningServices/workspaces/computes",
        location: "westeurope",
        properties: { computeType: "AmlCompute", properties: {} },
      },
    ],
  ],
});
