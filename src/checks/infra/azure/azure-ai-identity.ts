import { must } from "../../../infra/answer.ts";
import { cognitiveAccount } from "../../../infra/types/azure/cognitive.ts";
import { defineInfraCheck } from "../define.ts";

export const azureAiIdentity = defineInfraCheck({
  meta: {
    id: "azure-ai-identity",
    code: "PV-AZ-004",
    title: "An Azure AI account has no identity of its own",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_238", "psrule:Azure.Cognitive.ManagedIdentity"],
    controls: ["CWE-522", "CWE-798"],
    why: "Without an identity it can be let into storage, search and keys only with secrets that somebody has to keep.",
    mend: "Give the account a managed identity and let that into what it needs.",
    mends: {
      terraform: 'identity {\n  type = "SystemAssigned"\n}',
      az: "az cognitiveservices account identity assign --name {name} --resource-group GROUP",
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
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n  identity {\n    type = "SystemAssigned"\n  }\n}\n',
        },
      ],
    },
  },
  on: cognitiveAccount,
  judge: ({ facts }) => must(facts.identity, (type) => type !== "" && type !== "None"),
});
