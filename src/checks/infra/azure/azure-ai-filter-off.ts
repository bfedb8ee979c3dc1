import { all } from "../../../infra/answer.ts";
import { raiPolicy } from "../../../infra/types/azure/cognitive.ts";
import { called, filtersOf, harms, isOfTheService, stops } from "./filters.ts";
import { defineInfraCheck } from "../define.ts";

export const azureAiFilterOff = defineInfraCheck({
  meta: {
    id: "azure-ai-filter-off",
    code: "PV-AZ-010",
    title: "A content filter lets a kind of harm through",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-693", "OWASP-LLM05:2025", "ATLAS:AML.T0054"],
    why: "A filter that is off, or sees and says nothing, leaves what it is named after to the model alone.",
    mend: "Switch the filters for hate, sexual, violence and self-harm on, to block, both in prompts and in completions.",
    mends: {
      terraform:
        'content_filter {\n  name               = "Hate"\n  filter_enabled     = true\n  block_enabled      = true\n  severity_threshold = "Medium"\n  source             = "Prompt"\n}',
    },
    blind: "Filters that a policy does not name, which are those of its base.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n}\nresource "azurerm_cognitive_account_rai_policy" "p" {\n  name                 = "mild"\n  cognitive_account_id = azurerm_cognitive_account.x.id\n  base_policy_name     = "Microsoft.DefaultV2"\n  content_filter {\n    name               = "Hate"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Hate"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Sexual"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Sexual"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Violence"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Violence"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Selfharm"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Selfharm"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Hate"\n    filter_enabled     = false\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n}\nresource "azurerm_cognitive_account_rai_policy" "p" {\n  name                 = "mild"\n  cognitive_account_id = azurerm_cognitive_account.x.id\n  base_policy_name     = "Microsoft.DefaultV2"\n  content_filter {\n    name               = "Hate"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Hate"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Sexual"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Sexual"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Violence"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Violence"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Selfharm"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Selfharm"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n}\n',
        },
      ],
    },
  },
  on: raiPolicy,
  judge: ({ facts }) => {
    if (isOfTheService(facts)) return undefined;
    const filters = filtersOf(facts);
    if ("kind" in filters) return filters;
    const own = filters.filter(({ name }) => harms.has(name));
    return all(
      ...own.map((filter) => stops(filter, `A content filter lets ${called(filter)} through`)),
    );
  },
});
