import { must } from "../../../infra/answer.ts";
import { raiPolicy } from "../../../infra/types/azure/cognitive.ts";
import { isOfTheService } from "./filters.ts";
import { defineInfraCheck } from "../define.ts";

export const azureAiFilterAsynchronous = defineInfraCheck({
  meta: {
    id: "azure-ai-filter-asynchronous",
    code: "PV-AZ-014",
    title: "A content filter judges completions only after they are sent",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-693", "OWASP-LLM05:2025"],
    why: "In asynchronous mode the stream reaches the reader at once; what the filter finds comes about a thousand characters too late.",
    mend: "Take the mode Blocking, or Default.",
    mends: { terraform: 'mode = "Blocking"' },
    references: ["https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-streaming"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n}\nresource "azurerm_cognitive_account_rai_policy" "p" {\n  name                 = "mild"\n  cognitive_account_id = azurerm_cognitive_account.x.id\n  base_policy_name     = "Microsoft.DefaultV2"\n  mode                 = "Asynchronous_filter"\n  content_filter {\n    name               = "Hate"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Hate"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Sexual"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Sexual"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Violence"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Violence"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Selfharm"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Selfharm"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n}\nresource "azurerm_cognitive_account_rai_policy" "p" {\n  name                 = "mild"\n  cognitive_account_id = azurerm_cognitive_account.x.id\n  base_policy_name     = "Microsoft.DefaultV2"\n  mode                 = "Blocking"\n  content_filter {\n    name               = "Hate"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Hate"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Sexual"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Sexual"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Violence"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Violence"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n  content_filter {\n    name               = "Selfharm"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Prompt"\n  }\n  content_filter {\n    name               = "Selfharm"\n    filter_enabled     = true\n    block_enabled      = true\n    severity_threshold = "Medium"\n    source             = "Completion"\n  }\n}\n',
        },
      ],
    },
  },
  on: raiPolicy,
  judge: ({ facts }) => {
    if (isOfTheService(facts)) return undefined;
    return must(facts.mode, (mode) => !/^(?:asynchronous_filter|deferred)$/i.test(mode), {
      absent: true,
    });
  },
});
