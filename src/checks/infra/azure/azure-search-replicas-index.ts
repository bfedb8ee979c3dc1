import { must } from "../../../infra/answer.ts";
import { searchService } from "../../../infra/types/azure/search.ts";
import { defineInfraCheck } from "../define.ts";

export const azureSearchReplicasIndex = defineInfraCheck({
  meta: {
    id: "azure-search-replicas-index",
    code: "PV-AZ-054",
    title: "An Azure AI Search service has too few replicas to be promised changes of its indexes",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_208", "psrule:Azure.Search.IndexSLA"],
    controls: ["CWE-400"],
    why: "One failure, or one flood of questions, and answers are given without what they are grounded in: Microsoft promises changes of its indexes from 3 replicas on.",
    mend: "Take 3 replicas or more.",
    mends: {
      terraform: "replica_count = 3",
      az: "az search service update --ids {id} --replica-count 3",
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
  judge: ({ facts }) => must(facts.replicas, (count) => count >= 3),
});
