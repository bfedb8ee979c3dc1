import { fail } from "../../../infra/answer.ts";
import { raiPolicy } from "../../../infra/types/azure/cognitive.ts";
import { filtersOf, isOfTheService, stops } from "./filters.ts";
import { defineInfraCheck } from "../define.ts";

export const azureAiFilterIndirectAttack = defineInfraCheck({
  meta: {
    id: "azure-ai-filter-indirect-attack",
    code: "PV-AZ-013",
    title: "A content filter does not look for instructions in documents",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-1427", "OWASP-LLM01:2025", "ATLAS:AML.T0051.001"],
    why: "Web pages, mails and files that the model reads can give it orders; the shield against that is off unless it is asked for.",
    mend: "Add the filter for indirect attacks, to block.",
    mends: {
      terraform:
        'content_filter {\n  name               = "Indirect Attack"\n  filter_enabled     = true\n  block_enabled      = true\n  severity_threshold = "High"\n  source             = "Prompt"\n}',
    },
    references: [
      "https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter-prompt-shields",
    ],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n}\nresource "azurerm_cognitive_account_rai_policy" "p" {\n  name                 = "mild"\n  cognitive_account_id = azurerm_cognitive_account.x.id\n  base_policy_name     = "Microsoft.DefaultV2"\n  content_filter {\n    name               = "Hate"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Hate"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Sexual"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Sexual"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Violence"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Violence"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Selfharm"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Selfharm"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n}\nresource "azurerm_cognitive_account_rai_policy" "p" {\n  name                 = "mild"\n  cognitive_account_id = azurerm_cognitive_account.x.id\n  base_policy_name     = "Microsoft.DefaultV2"\n  content_filter {\n    name               = "Hate"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Hate"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Sexual"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Sexual"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Violence"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Violence"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Selfharm"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Selfharm"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Indirect Attack"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n}\n',
        },
      ],
    },
  },
  on: raiPolicy,
  judge: ({ facts, resource }) => {
    if (isOfTheService(facts)) return undefined;
    const filters = filtersOf(facts);
    if ("kind" in filters) return filters;
    const shield = filters.find(({ name }) => name === "indirectattack");
    return shield === undefined
      ? fail(resource.at)
      : stops(shield, "A content filter does not look for instructions in documents");
  },
});
