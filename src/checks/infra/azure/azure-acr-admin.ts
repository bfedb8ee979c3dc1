import { mustBe } from "../../../infra/answer.ts";
import { containerRegistry } from "../../../infra/types/azure/around.ts";
import { defineInfraCheck } from "../define.ts";

export const azureAcrAdmin = defineInfraCheck({
  meta: {
    id: "azure-acr-admin",
    code: "PV-AZ-073",
    title: "A container registry has an admin user",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_137", "containerregistry_admin_user_disabled"],
    controls: ["CWE-1390", "CWE-522", "ATLAS:AML.T0010.004"],
    why: "Its password pulls and pushes every image that jobs and endpoints run, and names nobody.",
    mend: "Switch the admin user off; workspaces pull with their identity.",
    mends: {
      terraform: "admin_enabled = false",
      az: "az acr update --name {name} --admin-enabled false",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_container_registry" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku = "Premium"\n  admin_enabled = true\n}\n',
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
  judge: ({ facts }) => mustBe(facts.adminUser, false),
});
