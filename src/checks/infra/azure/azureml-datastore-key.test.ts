import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azuremlDatastoreKey } from "./azureml-datastore-key.ts";

infraCases(azuremlDatastoreKey, {
  fail: [
    `resource "azurerm_machine_learning_datastore_blobstorage" "d" {
  name = "d"
  workspace_id = azurerm_machine_learning_workspace.x.id
  storage_container_id = "c"
  account_key = azurerm_storage_account.x.primary_access_key
}
`,
    `resource "azurerm_machine_learning_datastore_blobstorage" "d" {
  name = "d"
  workspace_id = azurerm_machine_learning_workspace.x.id
  storage_container_id = "c"
  shared_access_signature = "sv=2024"
}
`,
    `resource "azurerm_machine_learning_datastore_datalake_gen2" "d" {
  name = "d"
  workspace_id = azurerm_machine_learning_workspace.x.id
  storage_container_id = "c"
  tenant_id = "t"
  client_id = "c"
  client_secret = "s"
}
`,
  ],
  pass: [
    `resource "azurerm_machine_learning_datastore_blobstorage" "d" {
  name = "d"
  workspace_id = azurerm_machine_learning_workspace.x.id
  storage_container_id = "c"
  
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_machine_learning_datastore_blobstorage" "d" {
  name = "d"
  workspace_id = azurerm_machine_learning_workspace.x.id
  storage_container_id = "c"
  account_key = var.v ? "k" : null
}
`,
  ],
  silent: [
    `resource "azurerm_resource_group" "x" {
  name = "x"
}
`,
  ],
});

azureCases(azuremlDatastoreKey, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/datastores/raw",
        name: "raw",
        type: "Microsoft.MachineLearningServices/workspaces/datastores",
        location: "westeurope",
        properties: { credentials: { credentialsType: "AccountKey" } },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/datastores/raw",
        name: "raw",
        type: "Microsoft.MachineLearningServices/workspaces/datastores",
        location: "westeurope",
        properties: { credentials: { credentialsType: "Sas" } },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/datastores/raw",
        name: "raw",
        type: "Microsoft.MachineLearningServices/workspaces/datastores",
        location: "westeurope",
        properties: { credentials: { credentialsType: "ServicePrincipal" } },
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/datastores/raw",
        name: "raw",
        type: "Microsoft.MachineLearningServices/workspaces/datastores",
        location: "westeurope",
        properties: { credentials: { credentialsType: "None" } },
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/datastores/raw",
        name: "raw",
        type: "Microsoft.MachineLearningServices/workspaces/datastores",
        location: "westeurope",
        properties: {
          credentials: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
