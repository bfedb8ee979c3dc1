import { searchService } from "../../../infra/types/azure/search.ts";
import { keysOff } from "./answers.ts";
import { defineInfraCheck } from "../define.ts";

export const azureSearchLocalAuth = defineInfraCheck({
  meta: {
    id: "azure-search-local-auth",
    code: "PV-AZ-052",
    title: "An Azure AI Search service takes keys",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-1390", "CWE-522", "OWASP-LLM08:2025", "ATLAS:AML.T0012"],
    why: "An admin key reads and changes every index, names nobody and does not end; who has it decides what the model is told.",
    mend: "Switch keys off and let callers come with Microsoft Entra and a role.",
    mends: {
      terraform: "local_authentication_enabled = false",
      az: "az search service update --ids {id} --disable-local-auth true",
    },
    references: ["https://learn.microsoft.com/azure/search/search-security-enable-roles"],
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
          code: 'resource "azurerm_search_service" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku                 = "standard"\n  local_authentication_enabled = false\n}\n',
        },
      ],
    },
  },
  on: searchService,
  judge: ({ facts }) => keysOff(facts),
});
