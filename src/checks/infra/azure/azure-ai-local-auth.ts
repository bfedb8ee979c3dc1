import { cognitiveAccount } from "../../../infra/types/azure/cognitive.ts";
import { keysOff } from "./answers.ts";
import { defineInfraCheck } from "../define.ts";

export const azureAiLocalAuth = defineInfraCheck({
  meta: {
    id: "azure-ai-local-auth",
    code: "PV-AZ-003",
    title: "An Azure AI account takes keys",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_236", "psrule:Azure.Cognitive.DisableLocalAuth"],
    controls: ["CWE-1390", "CWE-522", "ATLAS:AML.T0012"],
    why: "A key names nobody, has no end and opens the whole account. Keys end up in notebooks and images, and are what thieves of model time look for.",
    mend: "Switch keys off and let callers come with Microsoft Entra and a role.",
    mends: {
      terraform: "local_auth_enabled = false",
      az: "az resource update --ids {id} --set properties.disableLocalAuth=true",
    },
    references: ["https://learn.microsoft.com/azure/ai-services/disable-local-auth"],
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
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n  local_auth_enabled = false\n}\n',
        },
      ],
    },
  },
  on: cognitiveAccount,
  judge: ({ facts }) => keysOff(facts),
});
