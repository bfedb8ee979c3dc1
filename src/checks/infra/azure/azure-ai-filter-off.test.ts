import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureAiFilterOff } from "./azure-ai-filter-off.ts";

infraCases(azureAiFilterOff, {
  fail: [
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
  content_filter {
    name               = "Hate"
    filter_enabled     = false
    block_enabled      = true
    severity_threshold = "Medium"
    source             = "Prompt"
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
    name               = "Violence"
    filter_enabled     = true
    block_enabled      = false
    severity_threshold = "Medium"
    source             = "Completion"
  }
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
resource "azurerm_cognitive_account_rai_policy" "p" {
  name                 = "mild"
  cognitive_account_id = azurerm_cognitive_account.x.id
  base_policy_name     = "Microsoft.DefaultV2"
  content_filter {
    name               = "Hate"
    filter_enabled     = var.v
    block_enabled      = true
    severity_threshold = "Medium"
    source             = "Prompt"
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

azureCases(azureAiFilterOff, {
  fail: [
    [
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
              blocking: true,
              severityThreshold: "Medium",
              source: "Prompt",
            },
          ],
        },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab/raiPolicies/mild",
        name: "mild",
        type: "Microsoft.CognitiveServices/accounts/raiPolicies",
        location: "westeurope",
        properties: {
          contentFilters: [
            {
              name: "SelfHarm",
              enabled: true,
              blocking: false,
              severityThreshold: "Medium",
              source: "Completion",
            },
          ],
        },
      },
    ],
  ],
  pass: [
    [
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
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab/raiPolicies/mild",
        name: "mild",
        type: "Microsoft.CognitiveServices/accounts/raiPolicies",
        location: "westeurope",
        properties: {
          contentFilters: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
  silent: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab/raiPolicies/Microsoft.Default",
        name: "Microsoft.Default",
        type: "Microsoft.CognitiveServices/accounts/raiPolicies",
        location: "westeurope",
        properties: {
          type: "SystemManaged",
          contentFilters: [
            {
              name: "Hate",
              enabled: false,
              blocking: true,
              severityThreshold: "Medium",
              source: "Prompt",
            },
          ],
        },
      },
    ],
  ],
});
