import { must } from "../../../infra/answer.ts";
import { searchService } from "../../../infra/types/azure/search.ts";
import { defineInfraCheck } from "../define.ts";

export const azureSearchKey = defineInfraCheck({
  meta: {
    id: "azure-search-key",
    code: "PV-AZ-056",
    title: "An Azure AI Search service does not ask for keys of your own",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: [],
    controls: ["CWE-311"],
    why: "Indexes and the secrets in data sources may be made with Microsoft's key alone; nobody is told.",
    mend: "Enforce encryption with your own keys.",
    mends: {
      terraform: "customer_managed_key_enforcement_enabled = true",
      az: "az resource update --ids {id} --set properties.encryptionWithCmk.enforcement=Enabled",
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
          code: 'resource "azurerm_search_service" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku                 = "standard"\n  customer_managed_key_enforcement_enabled = true\n}\n',
        },
      ],
    },
  },
  on: searchService,
  judge: ({ facts }) => must(facts.keyEnforcement, (state) => /^(?:enabled|true)$/i.test(state)),
});
