import { any, must, mustBe, type Answer } from "../../../infra/answer.ts";
import type { Fact } from "../../../infra/fact.ts";
import type { List } from "../../../infra/value.ts";
import { keyVault } from "../../../infra/types/azure/around.ts";
import { defineInfraCheck } from "../define.ts";

function hasSome(fact: Fact<List>): Answer {
  return must(fact, ({ items }) => items.length > 0);
}

export const azureKeyvaultPublic = defineInfraCheck({
  meta: {
    id: "azure-keyvault-public",
    code: "PV-AZ-070",
    title: "A key vault can be reached from the whole internet",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_189"],
    controls: ["CWE-668", "CWE-923"],
    why: "Connection strings of a workspace and keys of its models lie there, for whoever gets a token, from anywhere.",
    mend: "Switch public network access off, or name the networks that may come in.",
    mends: {
      terraform: "public_network_access_enabled = false",
      az: "az keyvault update --name {name} --public-network-access Disabled",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_key_vault" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  tenant_id = "t"\n  sku_name = "standard"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_key_vault" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  tenant_id = "t"\n  sku_name = "standard"\n  public_network_access_enabled = false\n}\n',
        },
      ],
    },
  },
  on: keyVault,
  judge: ({ facts: { publicNetwork, ipRules, subnets } }) =>
    any(mustBe(publicNetwork, false), hasSome(ipRules), hasSome(subnets)),
});
