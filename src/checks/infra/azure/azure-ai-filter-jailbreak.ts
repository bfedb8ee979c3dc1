import { pass, unknown } from "../../../infra/answer.ts";
import { raiPolicy } from "../../../infra/types/azure/cognitive.ts";
import { filtersOf, isOfTheService, stops } from "./filters.ts";
import { lower } from "./answers.ts";
import { defineInfraCheck } from "../define.ts";

export const azureAiFilterJailbreak = defineInfraCheck({
  meta: {
    id: "azure-ai-filter-jailbreak",
    code: "PV-AZ-012",
    title: "A content filter does not stop jailbreaks",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-1427", "OWASP-LLM01:2025", "ATLAS:AML.T0051.000", "ATLAS:AML.T0054"],
    why: "Prompts written to talk the model out of its instructions reach it.",
    mend: "Switch the prompt shield for direct attacks on, to block.",
    mends: {
      terraform:
        'content_filter {\n  name               = "Jailbreak"\n  filter_enabled     = true\n  block_enabled      = true\n  severity_threshold = "High"\n  source             = "Prompt"\n}',
    },
    references: [
      "https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter-prompt-shields",
    ],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n}\nresource "azurerm_cognitive_account_rai_policy" "p" {\n  name                 = "mild"\n  cognitive_account_id = azurerm_cognitive_account.x.id\n  base_policy_name     = "Microsoft.DefaultV2"\n  content_filter {\n    name               = "Hate"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Hate"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Sexual"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Sexual"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Violence"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Violence"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Selfharm"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Selfharm"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Jailbreak"\n    filter_enabled     = true\n    block_enabled      = false\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n}\nresource "azurerm_cognitive_account_rai_policy" "p" {\n  name                 = "mild"\n  cognitive_account_id = azurerm_cognitive_account.x.id\n  base_policy_name     = "Microsoft.DefaultV2"\n  content_filter {\n    name               = "Hate"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Hate"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Sexual"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Sexual"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Violence"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Violence"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Selfharm"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Selfharm"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Jailbreak"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n}\n',
        },
      ],
    },
  },
  on: raiPolicy,
  judge: ({ facts, resource }) => {
    if (isOfTheService(facts)) return undefined;
    const filters = filtersOf(facts);
    if ("kind" in filters) return filters;
    const shield = filters.find(({ name }) => name === "jailbreak");
    if (shield !== undefined) return stops(shield, "A content filter does not stop jailbreaks");
    // DefaultV2 has the shield, Default has not; what a policy does not name is its base's.
    const { base } = facts;
    if (lower(base) === "microsoft.defaultv2") return pass;
    return unknown(
      base.kind === "known" ? base.at : resource.at,
      "whether the base of the policy stops jailbreaks is not told",
    );
  },
});
