import { all, must } from "../../../infra/answer.ts";
import { raiPolicy } from "../../../infra/types/azure/cognitive.ts";
import { called, filtersOf, harms, isOfTheService } from "./filters.ts";
import { defineInfraCheck } from "../define.ts";

export const azureAiFilterWeak = defineInfraCheck({
  meta: {
    id: "azure-ai-filter-weak",
    code: "PV-AZ-011",
    title: "A content filter stops only what is worst",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-693", "OWASP-LLM05:2025", "ATLAS:AML.T0054"],
    why: "A threshold of High lets through what the service stops for everybody else.",
    mend: "Take Medium, which is the default, or Low.",
    mends: { terraform: 'severity_threshold = "Medium"' },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n}\nresource "azurerm_cognitive_account_rai_policy" "p" {\n  name                 = "mild"\n  cognitive_account_id = azurerm_cognitive_account.x.id\n  base_policy_name     = "Microsoft.DefaultV2"\n  content_filter {\n    name               = "Hate"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "High"\n    source             = "Prompt"\n  }\n}\n',
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
      ...own.map((filter) =>
        must(filter.threshold, (level) => level.toLowerCase() !== "high", {
          absent: true,
          message: `A content filter stops only the worst of ${called(filter)}`,
        }),
      ),
    );
  },
});
