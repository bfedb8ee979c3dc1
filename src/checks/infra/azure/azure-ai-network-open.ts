import { any, must, mustBe } from "../../../infra/answer.ts";
import { cognitiveAccount } from "../../../infra/types/azure/cognitive.ts";
import { defineInfraCheck } from "../define.ts";

export const azureAiNetworkOpen = defineInfraCheck({
  meta: {
    id: "azure-ai-network-open",
    code: "PV-AZ-002",
    title: "The firewall of an Azure AI account lets every address in",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-284", "CWE-1188", "ATLAS:AML.T0040"],
    why: "Public access without a list of addresses means the whole internet: stolen keys work from anywhere.",
    mend: "Deny by default and name the networks and addresses that may ask, or switch public access off.",
    mends: {
      terraform:
        'custom_subdomain_name = "NAME"\nnetwork_acls {\n  default_action = "Deny"\n  ip_rules       = ["ADDRESS"]\n}',
      az: "az resource update --ids {id} --set properties.networkAcls.defaultAction=Deny",
    },
    references: [
      "https://learn.microsoft.com/azure/ai-services/cognitive-services-virtual-networks",
    ],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n  network_acls {\n    default_action = "Deny"\n    ip_rules       = ["203.0.113.7"]\n  }\n}\n',
        },
      ],
    },
  },
  on: cognitiveAccount,
  judge: ({ facts: { publicNetwork, defaultAction } }) =>
    any(
      mustBe(publicNetwork, false),
      must(defaultAction, (action) => action.toLowerCase() === "deny"),
    ),
});
