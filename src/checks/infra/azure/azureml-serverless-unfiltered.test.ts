import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azuremlServerlessUnfiltered } from "./azureml-serverless-unfiltered.ts";

infraCases(azuremlServerlessUnfiltered, {
  fail: [
    `resource "azapi_resource" "x" {
  type      = "Microsoft.MachineLearningServices/workspaces/serverlessEndpoints@2024-10-01"
  name      = "x"
  parent_id = "/subscriptions/s"
  location  = "westeurope"
  body = {
    properties = {
      contentSafety = {
        contentSafetyStatus = "Disabled"
      }
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
      contentSafety = {
        contentSafetyStatus = "Enabled"
      }
    }
  }
}
`,
  ],
  unknown: [
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
  silent: [
    `resource "azurerm_resource_group" "x" {
  name = "x"
}
`,
  ],
});

azureCases(azuremlServerlessUnfiltered, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/serverlessEndpoints/llama",
        name: "llama",
        type: "Microsoft.MachineLearningServices/workspaces/serverlessEndpoints",
        location: "westeurope",
        properties: { contentSafety: { contentSafetyStatus: "Disabled" } },
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
        properties: { contentSafety: { contentSafetyStatus: "Enabled" } },
      },
    ],
  ],
  unknown: [
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
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/serverlessEndpoints/llama",
        name: "llama",
        type: "Microsoft.MachineLearningServices/workspaces/serverlessEndpoints",
        location: "westeurope",
        properties: {
          contentSafety: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
