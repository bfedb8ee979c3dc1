import { mustBe } from "../../../infra/answer.ts";
import { keyVault } from "../../../infra/types/azure/around.ts";
import { defineInfraCheck } from "../define.ts";

export const azureKeyvaultPurge = defineInfraCheck({
  meta: {
    id: "azure-keyvault-purge",
    code: "PV-AZ-072",
    title: "Keys of a vault can be destroyed for good",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_110"],
    controls: ["CWE-404"],
    why: "Whoever may purge, or takes that right, makes everything that is encrypted with the keys unreadable for ever: models, data, workspaces.",
    mend: "Switch purge protection on.",
    mends: {
      terraform: "purge_protection_enabled = true",
      az: "az keyvault update --name {name} --enable-purge-protection true",
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
          code: 'resource "azurerm_key_vault" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  tenant_id = "t"\n  sku_name = "standard"\n  purge_protection_enabled = true\n}\n',
        },
      ],
    },
  },
  on: keyVault,
  judge: ({ facts }) => mustBe(facts.purgeProtection, true),
});
