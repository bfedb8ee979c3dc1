import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azuremlServerlessKey } from "./azureml-serverless-key.ts";

infraCases(azuremlServerlessKey, {
  fail: [
    `resource "azapi_resource" "x" {
  type      = "Microsoft.MachineLearningServices/workspaces/serverlessEndpoints@2024-10-01"
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
  ],
  pass: [
    `resource "azapi_resource" "x" {
  type      = "Microsoft.MachineLearningServices/workspaces/serverlessEndpoints@2024-10-01"
  name      = "x"
  parent_id = "/subscriptions/s"
  location  = "westeurope"
  body = {
    properties = {
      authMode = "AAD"
    }
  }
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azapi_resource" "x" {
  type      = "Microsoft.MachineLearningServices/workspaces/serverlessEndpoints@2024-10-01"
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

azureCases(azuremlServerlessKey, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/serverlessEndpoints/llama",
        name: "llama",
        type: "Microsoft.MachineLearningServices/workspaces/serverlessEndpoints",
        location: "westeurope",
        properties: { authMode: "Key" },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/serverlessEndpoints/llama",
        name: "llama",
        type: "Microsoft.MachineLearningServices/workspaces/serverlessEndpoints",
        location: "westeurope",
        properties: {},
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/serverlessEndpoints/llama",
        name: "llama",
        type: "Microsoft.MachineLearningServices/workspaces/serverlessEndpoints",
        location: "westeurope",
        properties: { authMode: "AAD" },
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/serverlessEndpoints/llama",
        name: "llama",
        type: "Microsoft.MachineLearningServices/workspaces/serverlessEndpoints",
        location: "westeurope",
        properties: { authMode: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" } },
      },
    ],
  ],
});
