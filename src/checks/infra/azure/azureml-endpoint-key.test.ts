import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azuremlEndpointKey } from "./azureml-endpoint-key.ts";

infraCases(azuremlEndpointKey, {
  fail: [
    `resource "azapi_resource" "x" {
  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2024-10-01"
  name      = "x"
  parent_id = "/subscriptions/s"
  location  = "westeurope"
  body = {
    properties = {
      authMode = "Key"
    }
  }
}
`,
    `resource "azapi_resource" "x" {
  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2024-10-01"
  name      = "x"
  parent_id = "/subscriptions/s"
  location  = "westeurope"
  body = {
    properties = {
      description = "x"
    }
  }
}
`,
  ],
  pass: [
    `resource "azapi_resource" "x" {
  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2024-10-01"
  name      = "x"
  parent_id = "/subscriptions/s"
  location  = "westeurope"
  body = {
    properties = {
      authMode = "AADToken"
    }
  }
}
`,
    `resource "azapi_resource" "x" {
  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2024-10-01"
  name      = "x"
  parent_id = "/subscriptions/s"
  location  = "westeurope"
  body = {
    properties = {
      authMode = "AMLToken"
    }
  }
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azapi_resource" "x" {
  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2024-10-01"
  name      = "x"
  parent_id = "/subscriptions/s"
  location  = "westeurope"
  body = {
    properties = {
      authMode = var.v
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

azureCases(azuremlEndpointKey, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/onlineEndpoints/score",
        name: "score",
        type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints",
        location: "westeurope",
        properties: { authMode: "Key" },
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/onlineEndpoints/score",
        name: "score",
        type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints",
        location: "westeurope",
        properties: { authMode: "AMLToken" },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/onlineEndpoints/score",
        name: "score",
        type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints",
        location: "westeurope",
        properties: { authMode: "AADToken" },
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/onlineEndpoints/score",
        name: "score",
        type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints",
        location: "westeurope",
        properties: { authMode: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" } },
      },
    ],
  ],
});
