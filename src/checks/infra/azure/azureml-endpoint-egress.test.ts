import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azuremlEndpointEgress } from "./azureml-endpoint-egress.ts";

infraCases(azuremlEndpointEgress, {
  fail: [
    `resource "azapi_resource" "x" {
  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments@2024-10-01"
  name      = "x"
  parent_id = "/subscriptions/s"
  location  = "westeurope"
  body = {
    properties = {
      egressPublicNetworkAccess = "Enabled"
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
      egressPublicNetworkAccess = "Disabled"
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
      egressPublicNetworkAccess = var.v
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

azureCases(azuremlEndpointEgress, {
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
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/onlineEndpoints/score/deployments/blue",
        name: "blue",
        type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments",
        location: "westeurope",
        properties: { egressPublicNetworkAccess: "Enabled" },
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
        properties: { managedNetwork: { isolationMode: "AllowOnlyApprovedOutbound" } },
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/onlineEndpoints/score/deployments/blue",
        name: "blue",
        type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments",
        location: "westeurope",
        properties: { egressPublicNetworkAccess: "Enabled" },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/onlineEndpoints/score/deployments/blue",
        name: "blue",
        type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments",
        location: "westeurope",
        properties: { egressPublicNetworkAccess: "Disabled" },
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
          egressPublicNetworkAccess: {
            $unread: "Microsoft.Example/read (403 AuthorizationFailed)",
          },
        },
      },
    ],
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
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/onlineEndpoints/score/deployments/blue",
        name: "blue",
        type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments",
        location: "westeurope",
        properties: {},
      },
    ],
  ],
});
