import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azuremlEnvironmentSecret } from "./azureml-environment-secret.ts";

infraCases(azuremlEnvironmentSecret, {
  fail: [
    `resource "azapi_resource" "x" {
  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments@2024-10-01"
  name      = "x"
  parent_id = "/subscriptions/s"
  location  = "westeurope"
  body = {
    properties = {
      environmentVariables = {
        DB_PASSWORD = "Harvest-Moon-77-riverbank"
      }
    }
  }
}
`,
  ],
  pass: [
    `resource "azapi_resource" "x" {
  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments@2024-10-01"
  name      = "x"
  parent_id = "/subscriptions/s"
  location  = "westeurope"
  body = {
    properties = {
      environmentVariables = {
        WORKERS = "2"
      }
    }
  }
}
`,
    `resource "azapi_resource" "x" {
  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments@2024-10-01"
  name      = "x"
  parent_id = "/subscriptions/s"
  location  = "westeurope"
  body = {
    properties = {
      model = "m:1"
    }
  }
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azapi_resource" "x" {
  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments@2024-10-01"
  name      = "x"
  parent_id = "/subscriptions/s"
  location  = "westeurope"
  body = {
    properties = {
      environmentVariables = var.v
    }
  }
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

azureCases(azuremlEnvironmentSecret, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/onlineEndpoints/score/deployments/blue",
        name: "blue",
        type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments",
        location: "westeurope",
        properties: { environmentVariables: { DB_PASSWORD: "Harvest-Moon-77-riverbank" } },
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/onlineEndpoints/score/deployments/blue",
        name: "blue",
        type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments",
        location: "westeurope",
        properties: { environmentVariables: { WORKERS: "2" } },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/onlineEndpoints/score/deployments/blue",
        name: "blue",
        type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments",
        location: "westeurope",
        properties: {},
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/onlineEndpoints/score/deployments/blue",
        name: "blue",
        type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments",
        location: "westeurope",
        properties: {
          environmentVariables: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
