import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureAiDefender } from "./azure-ai-defender.ts";

infraCases(azureAiDefender, {
  fail: [
    `resource "azurerm_security_center_subscription_pricing" "x" {
  tier          = "Free"
  resource_type = "AI"
}
`,
  ],
  pass: [
    `resource "azurerm_security_center_subscription_pricing" "x" {
  tier          = "Standard"
  resource_type = "AI"
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_security_center_subscription_pricing" "x" {
  tier          = var.v
  resource_type = "AI"
}
`,
  ],
  silent: [
    `resource "azurerm_security_center_subscription_pricing" "x" {
  tier          = "Free"
  resource_type = "VirtualMachines"
}
`,
  ],
});

azureCases(azureAiDefender, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Security/pricings/AI",
        name: "AI",
        type: "Microsoft.Security/pricings",
        properties: { pricingTier: "Free" },
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Security/pricings/AI",
        name: "AI",
        type: "Microsoft.Security/pricings",
        properties: { pricingTier: "Standard" },
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Security/pricings/AI",
        name: "AI",
        type: "Microsoft.Security/pricings",
        properties: {
          pricingTier: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
  silent: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Security/pricings/Api",
        name: "Api",
        type: "Microsoft.Security/pricings",
        properties: { pricingTier: "Free" },
      },
    ],
  ],
});
