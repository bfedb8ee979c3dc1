import { must } from "../../../infra/answer.ts";
import { mlWorkspace } from "../../../infra/types/azure/machine-learning.ts";
import { lower } from "./answers.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlDatastoreAuth = defineInfraCheck({
  meta: {
    id: "azureml-datastore-auth",
    code: "PV-AZ-029",
    title: "A workspace reaches its storage with the account's key",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-522", "CWE-1390", "ATLAS:AML.T0055"],
    why: "Whoever may use the workspace acts on its storage as its owner: every container, whether or not they have a role there.",
    mend: "Let everybody reach the storage with their own identity.",
    mends: { az: "az ml workspace update --ids {id} --system-datastores-auth-mode identity" },
    references: [
      "https://learn.microsoft.com/azure/machine-learning/how-to-disable-local-auth-storage",
    ],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      systemDatastoresAuthMode = "accessKey"\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      systemDatastoresAuthMode = "identity"\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: mlWorkspace,
  judge: ({ facts: { datastoreAuth, kind }, resource }) => {
    if (resource.dialect === "terraform" || lower(kind) === "project") return undefined;
    return must(datastoreAuth, (mode) => mode.toLowerCase() !== "accesskey");
  },
});
