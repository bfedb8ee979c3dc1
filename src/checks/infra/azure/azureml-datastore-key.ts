import { must, mustBeAbsent } from "../../../infra/answer.ts";
import { mlDatastore } from "../../../infra/types/azure/machine-learning.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlDatastoreKey = defineInfraCheck({
  meta: {
    id: "azureml-datastore-key",
    code: "PV-AZ-043",
    title: "A datastore keeps a key",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-522", "CWE-798", "ATLAS:AML.T0055"],
    why: "Whoever may use the workspace acts on the storage as the key allows, whoever they are; the key does not end with them.",
    mend: "Keep no credentials: readers come with their own identity.",
    mends: {
      terraform:
        "# Leave account_key, shared_access_signature and client_secret out, and let readers in by role.",
      az: "# Create the datastore anew from a file without credentials.\naz ml datastore create --resource-group GROUP --workspace-name WORKSPACE --file datastore.yaml",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_datastore_blobstorage" "d" {\n  name = "d"\n  workspace_id = azurerm_machine_learning_workspace.x.id\n  storage_container_id = "c"\n  account_key = azurerm_storage_account.x.primary_access_key\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_datastore_blobstorage" "d" {\n  name = "d"\n  workspace_id = azurerm_machine_learning_workspace.x.id\n  storage_container_id = "c"\n  \n}\n',
        },
      ],
    },
  },
  on: mlDatastore,
  judge: ({ facts, resource }) =>
    resource.dialect === "terraform"
      ? mustBeAbsent(facts.secret)
      : must(facts.credentials, (type) => type.toLowerCase() === "none", { absent: true }),
});
