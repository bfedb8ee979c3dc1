import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureAiFilterIndirectAttack } from "./azure-ai-filter-indirect-attack.ts";

infraCases(azureAiFilterIndirectAttack, {
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
    name               = "Indirect Attack"
    filter_enabled     = false
    block_enabled      = true
    severity_threshold = "Medium"
    source             = "Prompt"
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
  content_filter {
    name               = "Indirect Attack"
    filter_enabled     = true
    block_enabled      = true
    severity_threshold = "Medium"
    source             = "Prompt"
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
    name               = "Indirect Attack"
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

azureCases(azureAiFilterIndirectAttack, {
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
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab/raiPolicies/mild",
        name: "mild",
        type: "Microsoft.CognitiveServices/accounts/raiPolicies",
        location: "westeurope",
        properties: {
          contentFilters: [
            {
              name: "Indirect Attack",
              enabled: true,
              blocking: false,
              severityThreshold: "Medium",
              source: "Prompt",
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
              name: "Indirect Attack",
              enabled: true,
              blocking: true,
              severityThreshold: "Medium",
              source: "Prompt",
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
});
