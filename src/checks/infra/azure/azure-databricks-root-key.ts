import { all, any, must, mustBe, mustBeSet } from "../../../infra/answer.ts";
import { databricksWorkspace } from "../../../infra/types/azure/around.ts";
import { defineInfraCheck } from "../define.ts";

export const azureDatabricksRootKey = defineInfraCheck({
  meta: {
    id: "azure-databricks-root-key",
    code: "PV-AZ-078",
    title:
      "The root storage of a Databricks workspace is encrypted with a key that Microsoft keeps",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_AZURE_48"],
    controls: ["CWE-311"],
    why: "Libraries, results and models there stay readable as long as Microsoft holds the key.",
    mend: "Encrypt with a key of your own key vault; the plan Premium can.",
    mends: {
      terraform:
        'customer_managed_key_enabled = true\n\n# beside it\nresource "azurerm_databricks_workspace_root_dbfs_customer_managed_key" "this" {\n  workspace_id     = azurerm_databricks_workspace.NAME.id\n  key_vault_key_id = azurerm_key_vault_key.NAME.id\n}',
      az: "az databricks workspace update --ids {id} --prepare-encryption\naz databricks workspace update --ids {id} --key-source Microsoft.KeyVault \\\n  --key-name KEY --key-version VERSION --key-vault https://VAULT.vault.azure.net/",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_databricks_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku = "premium"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_databricks_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku = "premium"\n  customer_managed_key_enabled = true\n}\nresource "azurerm_databricks_workspace_root_dbfs_customer_managed_key" "k" {\n  workspace_id = azurerm_databricks_workspace.x.id\n  key_vault_key_id = azurerm_key_vault_key.k.id\n}\n',
        },
      ],
    },
  },
  on: databricksWorkspace,
  judge: ({ facts: { sku, keysEnabled, rootKey } }) =>
    any(
      must(sku, (plan) => plan.toLowerCase() !== "premium"),
      all(mustBe(keysEnabled, true), mustBeSet(rootKey)),
    ),
});
