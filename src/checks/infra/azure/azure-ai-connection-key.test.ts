import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureAiConnectionKey } from "./azure-ai-connection-key.ts";

infraCases(azureAiConnectionKey, {
  fail: [
    `resource "azapi_resource" "x" {
  type      = "Microsoft.MachineLearningServices/workspaces/connections@2024-10-01"
  name      = "x"
  parent_id = "/subscriptions/s"
  location  = "westeurope"
  body = {
    properties = {
      category = "AzureOpenAI"
      authType = "ApiKey"
    }
  }
}
`,
    `resource "azurerm_cognitive_account_connection_api_key" "x" {
  name = "x"
  category = "AzureOpenAI"
  api_key = "k"
}
`,
  ],
  pass: [
    `resource "azapi_resource" "x" {
  type      = "Microsoft.MachineLearningServices/workspaces/connections@2024-10-01"
  name      = "x"
  parent_id = "/subscriptions/s"
  location  = "westeurope"
  body = {
    properties = {
      category = "AzureOpenAI"
      authType = "AAD"
    }
  }
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azapi_resource" "x" {
  type      = "Microsoft.CognitiveServices/accounts/connections@2025-06-01"
  name      = "x"
  parent_id = "/subscriptions/s"
  location  = "westeurope"
  body = {
    properties = {
      authType = var.v
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

azureCases(azureAiConnectionKey, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/connections/openai",
        name: "openai",
        type: "Microsoft.MachineLearningServices/workspaces/connections",
        location: "westeurope",
        properties: { category: "AzureOpenAI", authType: "ApiKey" },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab/connections/c",
        name: "c",
        type: "Microsoft.CognitiveServices/accounts/connections",
        location: "westeurope",
        properties: { authType: "CustomKeys" },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab/projects/p/connections/c",
        name: "c",
        type: "Microsoft.CognitiveServices/accounts/projects/connections",
        location: "westeurope",
        properties: { authType: "AccountKey" },
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/connections/openai",
        name: "openai",
        type: "Microsoft.MachineLearningServices/workspaces/connections",
        location: "westeurope",
        properties: { category: "AzureOpenAI", authType: "AAD" },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/connections/openai",
        name: "openai",
        type: "Microsoft.MachineLearningServices/workspaces/connections",
        location: "westeurope",
        properties: { authType: "ManagedIdentity" },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/connections/openai",
        name: "openai",
        type: "Microsoft.MachineLearningServices/workspaces/connections",
        location: "westeurope",
        properties: { authType: "None" },
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/connections/openai",
        name: "openai",
        type: "Microsoft.MachineLearningServices/workspaces/connections",
        location: "westeurope",
        properties: { authType: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" } },
      },
    ],
  ],
});
