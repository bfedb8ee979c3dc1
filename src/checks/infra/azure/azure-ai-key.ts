import { mustBeSet } from "../../../infra/answer.ts";
import { cognitiveAccount } from "../../../infra/types/azure/cognitive.ts";
import { defineInfraCheck } from "../define.ts";

export const azureAiKey = defineInfraCheck({
  meta: {
    id: "azure-ai-key",
    code: "PV-AZ-006",
    title: "An Azure AI account is encrypted with a key that Microsoft keeps",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_AZURE_22"],
    controls: ["CWE-311"],
    why: "Fine-tuned models, files and threads stay readable as long as Microsoft holds the key: they cannot be made unreadable at once, nor can its use be followed.",
    mend: "Encrypt with a key of your own key vault.",
    mends: {
      terraform:
        "customer_managed_key {\n  key_vault_key_id   = azurerm_key_vault_key.ai.id\n  identity_client_id = azurerm_user_assigned_identity.ai.client_id\n}",
      az: 'az cognitiveservices account update --name {name} --resource-group GROUP --encryption \'{"keySource":"Microsoft.KeyVault","keyVaultProperties":{"keyName":"KEY","keyVersion":"VERSION","keyVaultUri":"https://VAULT.vault.azure.net/"}}\'',
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n  customer_managed_key {\n    key_vault_key_id = azurerm_key_vault_key.k.id\n  }\n}\n',
        },
      ],
    },
  },
  on: cognitiveAccount,
  judge: ({ facts }) => mustBeSet(facts.customerKey),
});
