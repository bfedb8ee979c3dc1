import { cognitiveAccount } from "../../../infra/types/azure/cognitive.ts";
import { hasPrivateEndpoint } from "./answers.ts";
import { defineInfraCheck } from "../define.ts";

export const azureAiPrivateEndpoint = defineInfraCheck({
  meta: {
    id: "azure-ai-private-endpoint",
    code: "PV-AZ-007",
    title: "No private endpoint leads to an Azure AI account",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["psrule:Azure.Cognitive.PrivateEndpoints"],
    controls: ["CWE-923", "CWE-668"],
    why: "Prompts, documents and tokens go over public addresses, where neither a network's rules nor its logs see them.",
    mend: "Give the account a private endpoint in the network of those who ask it.",
    mends: {
      terraform:
        'resource "azurerm_private_endpoint" "ai" {\n  name                = "ai"\n  location            = "REGION"\n  resource_group_name = "GROUP"\n  subnet_id           = "SUBNET"\n  private_service_connection {\n    name                           = "ai"\n    is_manual_connection           = false\n    private_connection_resource_id = azurerm_cognitive_account.NAME.id\n    subresource_names              = ["account"]\n  }\n}',
      az: "az network private-endpoint create --name {name} --resource-group GROUP --subnet SUBNET \\\n  --private-connection-resource-id {id} --group-id account --connection-name {name}",
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
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n}\nresource "azurerm_private_endpoint" "pe" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  subnet_id = "s"\n  private_service_connection {\n    name = "c"\n    is_manual_connection = false\n    private_connection_resource_id = azurerm_cognitive_account.x.id\n  }\n}\n',
        },
      ],
    },
  },
  on: cognitiveAccount,
  judge: (it, cloud) => hasPrivateEndpoint(it, cloud),
});
