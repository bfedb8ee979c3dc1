import { must } from "../../../infra/answer.ts";
import { searchService } from "../../../infra/types/azure/search.ts";
import { defineInfraCheck } from "../define.ts";

export const azureSearchSemantic = defineInfraCheck({
  meta: {
    id: "azure-search-semantic",
    code: "PV-AZ-059",
    title: "An Azure AI Search service ranks with a language model",
    severity: "low",
    confidence: "low",
    audience: "audit",
    aliases: [],
    controls: ["CWE-1427", "OWASP-LLM08:2025"],
    why: "Passages of documents are read by one more model: what is hidden in a document can lift itself to the top of what is answered.",
    mend: "Switch semantic ranking off where documents come from strangers and it is not needed.",
    mends: {
      terraform: "# Leave semantic_search_sku out.",
      az: "az search service update --ids {id} --semantic-search disabled",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_search_service" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku                 = "standard"\n  semantic_search_sku = "standard"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_search_service" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku                 = "standard"\n}\n',
        },
      ],
    },
  },
  on: searchService,
  judge: ({ facts }) =>
    must(facts.semantic, (plan) => plan === "" || plan.toLowerCase() === "disabled"),
});
