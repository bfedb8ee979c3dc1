import { mustBe, unknown } from "../../../infra/answer.ts";
import { databricksWorkspace } from "../../../infra/types/azure/around.ts";
import { defineInfraCheck } from "../define.ts";

export const azureDatabricksPublicIp = defineInfraCheck({
  meta: {
    id: "azure-databricks-public-ip",
    code: "PV-AZ-077",
    title: "Clusters of a Databricks workspace have public addresses",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["databricks_workspace_no_public_ip_enabled"],
    controls: ["CWE-668", "CWE-923"],
    why: "Nodes that hold data and tokens can be tried from the internet and reach it around every firewall.",
    mend: "Switch secure cluster connectivity (no public IP) on.",
    mends: {
      terraform: "custom_parameters {\n  no_public_ip = true\n}",
      az: "az databricks workspace update --ids {id} --enable-no-public-ip true",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_databricks_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku = "premium"\n  custom_parameters {\n    no_public_ip = false\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_databricks_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku = "premium"\n  custom_parameters {\n    no_public_ip = true\n  }\n}\n',
        },
      ],
    },
  },
  on: databricksWorkspace,
  judge: ({ facts: { noPublicIp }, resource }) =>
    noPublicIp.kind === "absent"
      ? unknown(
          resource.at,
          resource.dialect === "terraform"
            ? "what is taken where nothing is said depends on the version of the provider"
            : "the workspace does not say it",
        )
      : mustBe(noPublicIp, true),
});
