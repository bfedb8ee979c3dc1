import { any, must, mustBe } from "../../../infra/answer.ts";
import { containerRegistry } from "../../../infra/types/azure/around.ts";
import { defineInfraCheck } from "../define.ts";

export const azureAcrAnonymous = defineInfraCheck({
  meta: {
    id: "azure-acr-anonymous",
    code: "PV-AZ-074",
    title: "Everybody can pull from a container registry",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_138"],
    controls: ["CWE-306", "CWE-552", "ATLAS:AML.T0035"],
    why: "Images hold code, models and often secrets; they are there for whoever knows the name of the registry.",
    mend: "Switch anonymous pull off.",
    mends: {
      terraform: "anonymous_pull_enabled = false",
      az: "az acr update --name {name} --anonymous-pull-enabled false",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_container_registry" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku = "Premium"\n  anonymous_pull_enabled = true\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_container_registry" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku = "Premium"\n}\n',
        },
      ],
    },
  },
  on: containerRegistry,
  judge: ({ facts }) =>
    // Only Standard and Premium can do it.
    any(
      mustBe(facts.anonymousPull, false),
      must(facts.sku, (sku) => !/^(?:standard|premium)$/i.test(sku)),
    ),
});
