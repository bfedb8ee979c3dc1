import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureContainerPublic } from "./azure-container-public.ts";

infraCases(azureContainerPublic, {
  fail: [
    `resource "azurerm_storage_container" "c" {
  name = "c"
  storage_account_id = azurerm_storage_account.x.id
  container_access_type = "blob"
}
`,
    `resource "azurerm_storage_container" "c" {
  name = "c"
  storage_account_id = azurerm_storage_account.x.id
  container_access_type = "container"
}
`,
  ],
  pass: [
    `resource "azurerm_storage_container" "c" {
  name = "c"
  storage_account_id = azurerm_storage_account.x.id
  container_access_type = "private"
}
`,
    `resource "azurerm_storage_container" "c" {
  name = "c"
  storage_account_id = azurerm_storage_account.x.id
  
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_storage_container" "c" {
  name = "c"
  storage_account_id = azurerm_storage_account.x.id
  container_access_type = var.v
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

azureCases(azureContainerPublic, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake/blobServices/default/containers/raw",
        name: "raw",
        type: "Microsoft.Storage/storageAccounts/blobServices/containers",
        location: "westeurope",
        properties: { publicAccess: "Blob" },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        name: "lake",
        type: "Microsoft.Storage/storageAccounts",
        location: "westeurope",
        kind: "StorageV2",
        properties: { allowBlobPublicAccess: true },
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake/blobServices/default/containers/raw",
        name: "raw",
        type: "Microsoft.Storage/storageAccounts/blobServices/containers",
        location: "westeurope",
        properties: { publicAccess: "Container" },
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake/blobServices/default/containers/raw",
        name: "raw",
        type: "Microsoft.Storage/storageAccounts/blobServices/containers",
        location: "westeurope",
        properties: { publicAccess: "None" },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        name: "lake",
        type: "Microsoft.Storage/storageAccounts",
        location: "westeurope",
        kind: "StorageV2",
        properties: { allowBlobPublicAccess: false },
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake/blobServices/default/containers/raw",
        name: "raw",
        type: "Microsoft.Storage/storageAccounts/blobServices/containers",
        location: "westeurope",
        properties: { publicAccess: "Blob" },
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake/blobServices/default/containers/raw",
        name: "raw",
        type: "Microsoft.Storage/storageAccounts/blobServices/containers",
        location: "westeurope",
        properties: {
          publicAccess: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
