import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azuremlComputeIdle } from "./azureml-compute-idle.ts";

infraCases(azuremlComputeIdle, {
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
        idleTimeBeforeShutdown = "PT30M"
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
        idleTimeBeforeShutdown = var.v ? "PT30M" : null
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

azureCases(azuremlComputeIdle, {
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
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/computes/ci",
        name: "ci",
        type: "Microsoft.MachineLearningServices/workspaces/computes",
        location: "westeurope",
        properties: {
          computeType: "ComputeInstance",
          properties: { idleTimeBeforeShutdown: "PT30M" },
        },
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
            idleTimeBeforeShutdown: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
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
