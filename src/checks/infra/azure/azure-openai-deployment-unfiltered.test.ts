import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureOpenaiDeploymentUnfiltered } from "./azure-openai-deployment-unfiltered.ts";

infraCases(azureOpenaiDeploymentUnfiltered, {
  fail: [
    `resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
}
resource "azurerm_cognitive_deployment" "d" {
  name                 = "gpt"
  cognitive_account_id = azurerm_cognitive_account.x.id
  model {
    format = "OpenAI"
    name   = "gpt-4o"
  }
  sku {
    name = "Standard"
  }
  rai_policy_name = "Microsoft.Nil"
}
`,
    `resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
}
resource "azurerm_cognitive_account_rai_policy" "p" {
  name                 = "mild"
  cognitive_account_id = azurerm_cognitive_account.x.id
  base_policy_name     = "Microsoft.DefaultV2"
  content_filter {
    name               = "Hate"
    filter_enabled     = false
    block_enabled      = false
    severity_threshold = "Medium"
    source             = "Prompt"
  }
  content_filter {
    name               = "Hate"
    filter_enabled     = false
    block_enabled      = false
    severity_threshold = "Medium"
    source             = "Completion"
  }
  content_filter {
    name               = "Sexual"
    filter_enabled     = false
    block_enabled      = false
    severity_threshold = "Medium"
    source             = "Prompt"
  }
  content_filter {
    name               = "Sexual"
    filter_enabled     = false
    block_enabled      = false
    severity_threshold = "Medium"
    source             = "Completion"
  }
  content_filter {
    name               = "Violence"
    filter_enabled     = false
    block_enabled      = false
    severity_threshold = "Medium"
    source             = "Prompt"
  }
  content_filter {
    name               = "Violence"
    filter_enabled     = false
    block_enabled      = false
    severity_threshold = "Medium"
    source             = "Completion"
  }
  content_filter {
    name               = "Selfharm"
    filter_enabled     = false
    block_enabled      = false
    severity_threshold = "Medium"
    source             = "Prompt"
  }
  content_filter {
    name               = "Selfharm"
    filter_enabled     = false
    block_enabled      = false
    severity_threshold = "Medium"
    source             = "Completion"
  }
}
resource "azurerm_cognitive_deployment" "d" {
  name                 = "gpt"
  cognitive_account_id = azurerm_cognitive_account.x.id
  model {
    format = "OpenAI"
    name   = "gpt-4o"
  }
  sku {
    name = "Standard"
  }
  rai_policy_name = azurerm_cognitive_account_rai_policy.p.name
}
`,
    `resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
}
resource "azurerm_cognitive_account_rai_policy" "p" {
  name                 = "mild"
  cognitive_account_id = azurerm_cognitive_account.x.id
  base_policy_name     = "Microsoft.DefaultV2"
  content_filter {
    name               = "Hate"
    filter_enabled     = true
    block_enabled      = false
    severity_threshold = "Medium"
    source             = "Prompt"
  }
  content_filter {
    name               = "Hate"
    filter_enabled     = true
    block_enabled      = false
    severity_threshold = "Medium"
    source             = "Completion"
  }
  content_filter {
    name               = "Sexual"
    filter_enabled     = true
    block_enabled      = false
    severity_threshold = "Medium"
    source             = "Prompt"
  }
  content_filter {
    name               = "Sexual"
    filter_enabled     = true
    block_enabled      = false
    severity_threshold = "Medium"
    source             = "Completion"
  }
  content_filter {
    name               = "Violence"
    filter_enabled     = true
    block_enabled      = false
    severity_threshold = "Medium"
    source             = "Prompt"
  }
  content_filter {
    name               = "Violence"
    filter_enabled     = true
    block_enabled      = false
    severity_threshold = "Medium"
    source             = "Completion"
  }
  content_filter {
    name               = "Selfharm"
    filter_enabled     = true
    block_enabled      = false
    severity_threshold = "Medium"
    source             = "Prompt"
  }
  content_filter {
    name               = "Selfharm"
    filter_enabled     = true
    block_enabled      = false
    severity_threshold = "Medium"
    source             = "Completion"
  }
}
resource "azurerm_cognitive_deployment" "d" {
  name                 = "gpt"
  cognitive_account_id = azurerm_cognitive_account.x.id
  model {
    format = "OpenAI"
    name   = "gpt-4o"
  }
  sku {
    name = "Standard"
  }
  rai_policy_name = "mild"
}
`,
  ],
  pass: [
    `resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
}
resource "azurerm_cognitive_deployment" "d" {
  name                 = "gpt"
  cognitive_account_id = azurerm_cognitive_account.x.id
  model {
    format = "OpenAI"
    name   = "gpt-4o"
  }
  sku {
    name = "Standard"
  }
  rai_policy_name = "Microsoft.DefaultV2"
}
`,
    `resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
}
resource "azurerm_cognitive_deployment" "d" {
  name                 = "gpt"
  cognitive_account_id = azurerm_cognitive_account.x.id
  model {
    format = "OpenAI"
    name   = "gpt-4o"
  }
  sku {
    name = "Standard"
  }
}
`,
    `resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
}
resource "azurerm_cognitive_account_rai_policy" "p" {
  name                 = "mild"
  cognitive_account_id = azurerm_cognitive_account.x.id
  base_policy_name     = "Microsoft.DefaultV2"
  content_filter {
    name               = "Hate"
    filter_enabled     = true
    block_enabled      = true
    severity_threshold = "Medium"
    source             = "Prompt"
  }
  content_filter {
    name               = "Hate"
    filter_enabled     = true
    block_enabled      = true
    severity_threshold = "Medium"
    source             = "Completion"
  }
  content_filter {
    name               = "Sexual"
    filter_enabled     = true
    block_enabled      = true
    severity_threshold = "Medium"
    source             = "Prompt"
  }
  content_filter {
    name               = "Sexual"
    filter_enabled     = true
    block_enabled      = true
    severity_threshold = "Medium"
    source             = "Completion"
  }
  content_filter {
    name               = "Violence"
    filter_enabled     = true
    block_enabled      = true
    severity_threshold = "Medium"
    source             = "Prompt"
  }
  content_filter {
    name               = "Violence"
    filter_enabled     = true
    block_enabled      = true
    severity_threshold = "Medium"
    source             = "Completion"
  }
  content_filter {
    name               = "Selfharm"
    filter_enabled     = true
    block_enabled      = true
    severity_threshold = "Medium"
    source             = "Prompt"
  }
  content_filter {
    name               = "Selfharm"
    filter_enabled     = true
    block_enabled      = true
    severity_threshold = "Medium"
    source             = "Completion"
  }
}
resource "azurerm_cognitive_deployment" "d" {
  name                 = "gpt"
  cognitive_account_id = azurerm_cognitive_account.x.id
  model {
    format = "OpenAI"
    name   = "gpt-4o"
  }
  sku {
    name = "Standard"
  }
  rai_policy_name = azurerm_cognitive_account_rai_policy.p.name
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
}
resource "azurerm_cognitive_deployment" "d" {
  name                 = "gpt"
  cognitive_account_id = azurerm_cognitive_account.x.id
  model {
    format = "OpenAI"
    name   = "gpt-4o"
  }
  sku {
    name = "Standard"
  }
  rai_policy_name = var.v
}
`,
    `resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
}
resource "azurerm_cognitive_deployment" "d" {
  name                 = "gpt"
  cognitive_account_id = azurerm_cognitive_account.x.id
  model {
    format = "OpenAI"
    name   = "gpt-4o"
  }
  sku {
    name = "Standard"
  }
  rai_policy_name = "elsewhere"
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

azureCases(azureOpenaiDeploymentUnfiltered, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        kind: "OpenAI",
        properties: {},
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab/deployments/gpt",
        name: "gpt",
        type: "Microsoft.CognitiveServices/accounts/deployments",
        location: "westeurope",
        properties: {
          model: { format: "OpenAI", name: "gpt-4o", version: "2024-11-20" },
          raiPolicyName: "Microsoft.Nil",
        },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        kind: "OpenAI",
        properties: {},
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab/raiPolicies/mild",
        name: "mild",
        type: "Microsoft.CognitiveServices/accounts/raiPolicies",
        location: "westeurope",
        properties: {
          contentFilters: [
            {
              name: "Hate",
              enabled: false,
              blocking: false,
              severityThreshold: "Medium",
              source: "Prompt",
            },
            {
              name: "Hate",
              enabled: false,
              blocking: false,
              severityThreshold: "Medium",
              source: "Completion",
            },
            {
              name: "Sexual",
              enabled: false,
              blocking: false,
              severityThreshold: "Medium",
              source: "Prompt",
            },
            {
              name: "Sexual",
              enabled: false,
              blocking: false,
              severityThreshold: "Medium",
              source: "Completion",
            },
            {
              name: "Violence",
              enabled: false,
              blocking: false,
              severityThreshold: "Medium",
              source: "Prompt",
            },
            {
              name: "Violence",
              enabled: false,
              blocking: false,
              severityThreshold: "Medium",
              source: "Completion",
            },
            {
              name: "Selfharm",
              enabled: false,
              blocking: false,
              severityThreshold: "Medium",
              source: "Prompt",
            },
            {
              name: "Selfharm",
              enabled: false,
              blocking: false,
              severityThreshold: "Medium",
              source: "Completion",
            },
          ],
        },
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab/deployments/gpt",
        name: "gpt",
        type: "Microsoft.CognitiveServices/accounts/deployments",
        location: "westeurope",
        properties: {
          model: { format: "OpenAI", name: "gpt-4o", version: "2024-11-20" },
          raiPolicyName: "mild",
        },
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        kind: "OpenAI",
        properties: {},
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab/deployments/gpt",
        name: "gpt",
        type: "Microsoft.CognitiveServices/accounts/deployments",
        location: "westeurope",
        properties: {
          model: { format: "OpenAI", name: "gpt-4o", version: "2024-11-20" },
          raiPolicyName: "Microsoft.DefaultV2",
        },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        kind: "OpenAI",
        properties: {},
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab/deployments/gpt",
        name: "gpt",
        type: "Microsoft.CognitiveServices/accounts/deployments",
        location: "westeurope",
        properties: { model: { format: "OpenAI", name: "gpt-4o", version: "2024-11-20" } },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        kind: "OpenAI",
        properties: {},
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab/raiPolicies/mild",
        name: "mild",
        type: "Microsoft.CognitiveServices/accounts/raiPolicies",
        location: "westeurope",
        properties: {
          contentFilters: [
            {
              name: "Hate",
              enabled: true,
              blocking: true,
              severityThreshold: "Medium",
              source: "Prompt",
            },
            {
              name: "Hate",
              enabled: true,
              blocking: true,
              severityThreshold: "Medium",
              source: "Completion",
            },
            {
              name: "Sexual",
              enabled: true,
              blocking: true,
              severityThreshold: "Medium",
              source: "Prompt",
            },
            {
              name: "Sexual",
              enabled: true,
              blocking: true,
              severityThreshold: "Medium",
              source: "Completion",
            },
            {
              name: "Violence",
              enabled: true,
              blocking: true,
              severityThreshold: "Medium",
              source: "Prompt",
            },
            {
              name: "Violence",
              enabled: true,
              blocking: true,
              severityThreshold: "Medium",
              source: "Completion",
            },
            {
              name: "Selfharm",
              enabled: true,
              blocking: true,
              severityThreshold: "Medium",
              source: "Prompt",
            },
            {
              name: "Selfharm",
              enabled: true,
              blocking: true,
              severityThreshold: "Medium",
              source: "Completion",
            },
          ],
        },
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/other/raiPolicies/mild",
        name: "mild",
        type: "Microsoft.CognitiveServices/accounts/raiPolicies",
        location: "westeurope",
        properties: {
          contentFilters: [
            {
              name: "Hate",
              enabled: false,
              blocking: true,
              severityThreshold: "Medium",
              source: "Prompt",
            },
            {
              name: "Hate",
              enabled: false,
              blocking: true,
              severityThreshold: "Medium",
              source: "Completion",
            },
            {
              name: "Sexual",
              enabled: false,
              blocking: true,
              severityThreshold: "Medium",
              source: "Prompt",
            },
            {
              name: "Sexual",
              enabled: false,
              blocking: true,
              severityThreshold: "Medium",
              source: "Completion",
            },
            {
              name: "Violence",
              enabled: false,
              blocking: true,
              severityThreshold: "Medium",
              source: "Prompt",
            },
            {
              name: "Violence",
              enabled: false,
              blocking: true,
              severityThreshold: "Medium",
              source: "Completion",
            },
            {
              name: "Selfharm",
              enabled: false,
              blocking: true,
              severityThreshold: "Medium",
              source: "Prompt",
            },
            {
              name: "Selfharm",
              enabled: false,
              blocking: true,
              severityThreshold: "Medium",
              source: "Completion",
            },
          ],
        },
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab/deployments/gpt",
        name: "gpt",
        type: "Microsoft.CognitiveServices/accounts/deployments",
        location: "westeurope",
        properties: {
          model: { format: "OpenAI", name: "gpt-4o", version: "2024-11-20" },
          raiPolicyName: "mild",
        },
      },
    ],
  ],
  unknown: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        kind: "OpenAI",
        properties: {},
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab/deployments/gpt",
        name: "gpt",
        type: "Microsoft.CognitiveServices/accounts/deployments",
        location: "westeurope",
        properties: { model: { format: "Anthropic", name: "claude" } },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        kind: "OpenAI",
        properties: {},
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab/deployments/gpt",
        name: "gpt",
        type: "Microsoft.CognitiveServices/accounts/deployments",
        location: "westeurope",
        properties: {
          model: { format: "OpenAI", name: "gpt-4o", version: "2024-11-20" },
          raiPolicyName: "gone",
        },
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        raiPolicies: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        kind: "OpenAI",
        properties: {},
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab/deployments/gpt",
        name: "gpt",
        type: "Microsoft.CognitiveServices/accounts/deployments",
        location: "westeurope",
        properties: {
          model: { format: "OpenAI", name: "gpt-4o", version: "2024-11-20" },
          raiPolicyName: "mild",
        },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        kind: "OpenAI",
        properties: {},
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab/deployments/gpt",
        name: "gpt",
        type: "Microsoft.CognitiveServices/accounts/deployments",
        location: "westeurope",
        properties: {
          model: { format: "OpenAI", name: "gpt-4o", version: "2024-11-20" },
          raiPolicyName: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
