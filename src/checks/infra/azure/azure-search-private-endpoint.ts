import { searchService } from "../../../infra/types/azure/search.ts";
import { hasPrivateEndpoint } from "./answers.ts";
import { defineInfraCheck } from "../define.ts";

export const azureSearchPrivateEndpoint = defineInfraCheck({
  meta: {
    id: "azure-search-private-endpoint",
    code: "PV-AZ-057",
    title: "No private endpoint leads to an Azure AI Search service",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-923", "CWE-668"],
    why: "Questions and documents go over public addresses, where neither a network's rules nor its logs see them.",
    mend: "Give the service a private endpoint in the network of those who ask it.",
    mends: {
      terraform:
        'resource "azurerm_private_endpoint" "search" {\n  name                = "search"\n  location            = "REGION"\n  resource_group_name = "GROUP"\n  subnet_id           = "SUBNET"\n  private_service_connection {\n    name                           = "search"\n    is_manual_connection           = false\n    private_connection_resource_id = azurerm_search_service.NAME.id\n    subresource_names              = ["searchService"]\n  }\n}',
      az: "az network private-endpoint create --name {name} --resource-group GROUP --subnet SUBNET \\\n  --private-connection-resource-id {id} --group-id searchService --connection-name {name}",
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
          code: 'resource "azurerm_search_service" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku                 = "standard"\n}\nresource "azurerm_private_endpoint" "pe" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  subnet_id = "s"\n  private_service_connection {\n    name = "c"\n    is_manual_connection = false\n    private_connection_resource_id = azurerm_search_service.x.id\n  }\n}\n',
        },
      ],
    },
  },
  on: searchService,
  judge: (it, cloud) => hasPrivateEndpoint(it, cloud),
});
