import { must } from "../../../infra/answer.ts";
import { searchService } from "../../../infra/types/azure/search.ts";
import { defineInfraCheck } from "../define.ts";

export const azureSearchIdentity = defineInfraCheck({
  meta: {
    id: "azure-search-identity",
    code: "PV-AZ-053",
    title: "An Azure AI Search service has no identity of its own",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_207", "psrule:Azure.Search.ManagedIdentity"],
    controls: ["CWE-522", "CWE-798"],
    why: "Indexers then reach data and models with keys that somebody has to keep, and that stand in data sources and skills.",
    mend: "Give the service a managed identity and let that into what it reads.",
    mends: {
      terraform: 'identity {\n  type = "SystemAssigned"\n}',
      az: "az search service update --ids {id} --identity-type SystemAssigned",
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
          code: 'resource "azurerm_search_service" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku                 = "standard"\n  identity {\n    type = "SystemAssigned"\n  }\n}\n',
        },
      ],
    },
  },
  on: searchService,
  judge: ({ facts }) => must(facts.identity, (type) => type !== "" && type !== "None"),
});
