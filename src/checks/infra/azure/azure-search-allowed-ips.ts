import { all, must } from "../../../infra/answer.ts";
import { asText, walk } from "../../../infra/fact.ts";
import { searchService } from "../../../infra/types/azure/search.ts";
import { defineInfraCheck } from "../define.ts";

export const azureSearchAllowedIps = defineInfraCheck({
  meta: {
    id: "azure-search-allowed-ips",
    code: "PV-AZ-051",
    title: "The list of addresses of an Azure AI Search service has all of them",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_210"],
    controls: ["CWE-284", "OWASP-LLM08:2025"],
    why: "The service looks as if it were kept to a few addresses, and everybody can ask it.",
    mend: "Name the addresses that may ask.",
    mends: {
      terraform: 'allowed_ips = ["203.0.113.7"]',
      az: "az search service update --ids {id} --ip-rules 203.0.113.7",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_search_service" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku                 = "standard"\n  allowed_ips = ["0.0.0.0/0"]\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_search_service" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku                 = "standard"\n  allowed_ips = ["203.0.113.7"]\n}\n',
        },
      ],
    },
  },
  on: searchService,
  judge: ({ facts: { ipRules } }) => {
    if (ipRules.kind !== "known") return must(ipRules, () => true, { absent: true });
    return all(
      ...ipRules.value.items.map((rule) =>
        must(
          asText(rule.kind === "map" ? (walk(rule, ["value"]) ?? rule) : rule),
          (range) => !range.endsWith("/0"),
        ),
      ),
    );
  },
});
