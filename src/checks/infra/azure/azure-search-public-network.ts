import { mustBe } from "../../../infra/answer.ts";
import { searchService } from "../../../infra/types/azure/search.ts";
import { openToWorld } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";

export const azureSearchPublicNetwork = defineInfraCheck({
  meta: {
    id: "azure-search-public-network",
    code: "PV-AZ-050",
    title: "An Azure AI Search service can be reached from the whole internet",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_124", "aisearch_service_not_publicly_accessible"],
    controls: ["CWE-668", "CWE-923", "OWASP-LLM08:2025", "ATLAS:AML.T0036"],
    why: "Whoever holds a key can read every document that answers are grounded in, or change it, from anywhere.",
    mend: "Switch public network access off and give the service a private endpoint.",
    mends: {
      terraform: "public_network_access_enabled = false",
      az: "az search service update --ids {id} --public-network-access disabled",
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
          code: 'resource "azurerm_search_service" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku                 = "standard"\n  public_network_access_enabled = false\n}\n',
        },
      ],
    },
  },
  on: searchService,
  judge: (it) =>
    openToWorld(mustBe(it.facts.publicNetwork, false), it, {
      comes: "comes by the public network, with a key or a token",
      ends: "answers from any network",
    }),
});
