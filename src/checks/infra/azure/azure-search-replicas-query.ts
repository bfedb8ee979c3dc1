import { must } from "../../../infra/answer.ts";
import { searchService } from "../../../infra/types/azure/search.ts";
import { defineInfraCheck } from "../define.ts";

export const azureSearchReplicasQuery = defineInfraCheck({
  meta: {
    id: "azure-search-replicas-query",
    code: "PV-AZ-055",
    title: "An Azure AI Search service has too few replicas to be promised queries",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_209", "psrule:Azure.Search.QuerySLA"],
    controls: ["CWE-400"],
    why: "One failure, or one flood of questions, and answers are given without what they are grounded in: Microsoft promises queries from 2 replicas on.",
    mend: "Take 2 replicas or more.",
    mends: {
      terraform: "replica_count = 2",
      az: "az search service update --ids {id} --replica-count 2",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_search_service" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku                 = "standard"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_search_service" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku                 = "standard"\n  replica_count = 3\n}\n',
        },
      ],
    },
  },
  on: searchService,
  judge: ({ facts }) => must(facts.replicas, (count) => count >= 2),
});
