import { mustBe } from "../../../infra/answer.ts";
import { containerRegistry } from "../../../infra/types/azure/around.ts";
import { defineInfraCheck } from "../define.ts";

export const azureAcrPublic = defineInfraCheck({
  meta: {
    id: "azure-acr-public",
    code: "PV-AZ-075",
    title: "A container registry can be reached from the whole internet",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_139"],
    controls: ["CWE-668", "CWE-923"],
    why: "Whoever holds a password or a token pulls and pushes images from anywhere.",
    mend: "Switch public network access off and give the registry a private endpoint.",
    mends: {
      terraform: "public_network_access_enabled = false",
      az: "az acr update --name {name} --public-network-enabled false",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_container_registry" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku = "Premium"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_container_registry" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku = "Premium"\n  public_network_access_enabled = false\n}\n',
        },
      ],
    },
  },
  on: containerRegistry,
  judge: ({ facts }) => mustBe(facts.publicNetwork, false),
});
